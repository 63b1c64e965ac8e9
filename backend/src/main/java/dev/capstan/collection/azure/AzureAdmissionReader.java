package dev.capstan.collection.azure;

import com.azure.core.exception.HttpResponseException;
import dev.capstan.collection.admission.AzureAdmission;
import dev.capstan.fleet.AdmissionSettings;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.azure.ArmId;
import dev.capstan.fleet.azure.AzureConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Reads what Azure says of a cluster's admission, asking for what its listing does not show. */
@Component
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class AzureAdmissionReader {

    private static final Logger log = LoggerFactory.getLogger(AzureAdmissionReader.class);

    /**
     * A resource beside the cluster.
     *
     * @see <a href="https://learn.microsoft.com/azure/templates/microsoft.containerservice/deploymentsafeguards">
     *     deploymentSafeguards</a>
     */
    private static final String SAFEGUARDS = "/providers/Microsoft.ContainerService/deploymentSafeguards/default";

    private static final String SAFEGUARDS_VERSION = "2025-07-01";

    // Stable versions of the API knew enablePodSecurityPolicy until 2025-03-01, and the library follows a later one.
    private static final String POD_SECURITY_POLICY_VERSION = "2024-01-01";

    private static final Pattern HAS_POD_SECURITY_POLICIES = Pattern.compile("1\\.(1?\\d|2[0-4])(\\D.*)?");

    private final AzureConnection azure;

    AzureAdmissionReader(AzureConnection azure) {
        this.azure = azure;
    }

    /** What Azure says of the cluster's admission. What cannot be read costs nothing else. */
    public AzureAdmission read(Cluster cluster) {
        AdmissionSettings listed = cluster.admission();
        AzureAdmission silent =
                new AzureAdmission(listed.policyAddOn(), null, null, List.of(), listed.automatic(), null, null);
        try {
            return HAS_POD_SECURITY_POLICIES
                            .matcher(cluster.kubernetesVersion())
                            .matches()
                    ? withPodSecurityPolicies(silent, cluster)
                    : withSafeguards(silent, cluster);
        } catch (HttpResponseException e) {
            return unread(silent, e, status(e));
        } catch (RuntimeException e) {
            // A token or a connection that could not be had: the library wraps it in types of its own.
            return unread(silent, e, "Azure gave no answer.");
        }
    }

    private AzureAdmission withSafeguards(AzureAdmission listed, Cluster cluster) {
        Map<?, ?> safeguards;
        try {
            safeguards = azure.properties(ArmId.parse(cluster.armId()), SAFEGUARDS, SAFEGUARDS_VERSION);
        } catch (HttpResponseException e) {
            if (e.getResponse() == null || e.getResponse().getStatusCode() != 404) {
                throw e;
            }
            // Not set: the resource comes into being with the first setting.
            return listed;
        }
        return new AzureAdmission(
                listed.policyAddOn(),
                text(safeguards.get("level")),
                text(safeguards.get("podSecurityStandardsLevel")),
                Stream.of("excludedNamespaces", "systemExcludedNamespaces")
                        .flatMap(key -> texts(safeguards.get(key)).stream())
                        .distinct()
                        .toList(),
                listed.automatic(),
                null,
                null);
    }

    private AzureAdmission withPodSecurityPolicies(AzureAdmission listed, Cluster cluster) {
        Map<?, ?> properties = azure.properties(ArmId.parse(cluster.armId()), "", POD_SECURITY_POLICY_VERSION);
        return new AzureAdmission(
                listed.policyAddOn(),
                null,
                null,
                List.of(),
                listed.automatic(),
                properties.get("enablePodSecurityPolicy") instanceof Boolean on ? on : null,
                null);
    }

    private static AzureAdmission unread(AzureAdmission listed, RuntimeException e, String why) {
        log.warn("What Azure says of admission cannot be read: {}", e.toString());
        return listed.unread(why);
    }

    private static String status(HttpResponseException e) {
        return e.getResponse() == null
                ? "Azure gave no answer."
                : "Azure answers %d. The role needs Microsoft.ContainerService/managedClusters/read and"
                                .formatted(e.getResponse().getStatusCode())
                        + " deploymentSafeguards/read.";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() ? text : null;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }
}
