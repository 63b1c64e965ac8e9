package dev.capstan.collection;

import dev.capstan.collection.azure.AdminCredentials;
import dev.capstan.collection.azure.AdminCredentials.Answer;
import dev.capstan.collection.azure.AzureAdmissionReader;
import dev.capstan.collection.kubernetes.ClusterReader;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.PowerState;
import java.util.function.IntConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads a cluster: asks Azure for credentials, lists pods and what decides at admission with them, and forgets them. */
@Service
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class Collector {

    private final AdminCredentials credentials;
    private final AzureAdmissionReader azureAdmission;
    private final ClusterReader reader;

    Collector(AdminCredentials credentials, AzureAdmissionReader azureAdmission, ClusterReader reader) {
        this.credentials = credentials;
        this.azureAdmission = azureAdmission;
        this.reader = reader;
    }

    /**
     * Reads the cluster: its pods whole or not at all, of its admission what can be read.
     *
     * @param podsRead is told after each page how many pods were read so far
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public Reading collect(Cluster cluster, IntConsumer podsRead) {
        if (cluster.powerState() == PowerState.STOPPED) {
            return new Reading.Stopped();
        }
        return switch (credentials.of(cluster)) {
            case Answer.Granted(var access) ->
                reader.read(access, cluster.kubernetesVersion(), azureAdmission.read(cluster), podsRead);
            case Answer.Refused(FailureCause cause, String detail) -> new Reading.Failed(cause, detail);
        };
    }
}
