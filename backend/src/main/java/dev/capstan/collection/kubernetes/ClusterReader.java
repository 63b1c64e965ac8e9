package dev.capstan.collection.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.CollectionSettings;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.Reading;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.collection.pod.PodWire;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads every pod of a cluster, what the pods belong to, and what decides at admission. */
@Component
public class ClusterReader {

    private static final Logger log = LoggerFactory.getLogger(ClusterReader.class);

    private static final List<String> OWNERS = List.of(
            "/apis/apps/v1/replicasets",
            "/apis/batch/v1/jobs",
            "/apis/apps/v1/daemonsets",
            "/apis/apps/v1/deployments",
            "/apis/apps/v1/statefulsets");

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record OwnerWire(PodWire.@Nullable Metadata metadata) {}

    private final CollectionSettings settings;
    private final Clock clock;

    ClusterReader(CollectionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads the cluster: its pods whole or not at all, of its admission what can be read.
     *
     * @param kubernetesVersion the cluster's version, for example {@code 1.33.4}, as Azure says it
     * @param azure what Azure says of the cluster's admission
     * @param podsRead is told after each page how many pods were read so far
     */
    public Reading read(ClusterAccess access, String kubernetesVersion, AzureAdmission azure, IntConsumer podsRead) {
        Instant takenAt = clock.instant();
        try {
            Probe.reach(access.server(), settings.probeLimit());
            try (KubernetesApi api = new KubernetesApi(access, settings)) {
                Nodes nodes = new Nodes();
                optional(
                        api,
                        "/api/v1/nodes",
                        false,
                        Nodes.NodeWire.class,
                        nodes::add,
                        "containerd on Linux is assumed where a pod does not say otherwise");
                PodList pods = PodList.read(api, nodes, podsRead);
                if (pods.fold().pods() == 0) {
                    // Believed, it would end the history of everything that ran.
                    return new Reading.Failed(FailureCause.EMPTY, "The API server listed no pod at all");
                }
                // After the pods, so that a ReplicaSet that a new pod belongs to is in its list.
                Owners owners = new Owners();
                for (String path : OWNERS) {
                    optional(
                            api,
                            path,
                            true,
                            OwnerWire.class,
                            owner -> add(owners, owner),
                            "pods stay under their direct owner");
                }
                return new Reading.Complete(new ClusterSnapshot(
                        takenAt,
                        pods.fold().pods(),
                        pods.fold().containers(owners),
                        pods.fold().marks(owners),
                        pods.consistent(),
                        new AdmissionReader(api, kubernetesVersion).read(azure)));
            }
        } catch (CannotRead e) {
            return new Reading.Failed(e.failure(), e.detail());
        }
    }

    private static void add(Owners owners, OwnerWire owner) {
        if (owner.metadata() != null) {
            owners.add(owner.metadata());
        }
    }

    /** Lists a kind that the pods can be read without: where it is forbidden, a warning says what that means. */
    private static <T> void optional(
            KubernetesApi api, String path, boolean metadataOnly, Class<T> item, Consumer<T> items, String otherwise)
            throws CannotRead {
        String token = null;
        do {
            Page page;
            try {
                page = metadataOnly ? api.metadataPage(path, token, item, items) : api.page(path, token, item, items);
            } catch (CannotRead e) {
                if (e.failure() != FailureCause.FORBIDDEN_BY_KUBERNETES) {
                    throw e;
                }
                log.warn("{} may not be listed, so {}: {}", path, otherwise, e.detail());
                return;
            }
            token = switch (page) {
                case Page.Read(String next) -> next;
                case Page.Expired(String fresh) when fresh != null -> fresh;
                case Page.Expired _ ->
                    throw new CannotRead(FailureCause.TIMED_OUT, path + " expired while it was read");
            };
        } while (token != null);
    }
}
