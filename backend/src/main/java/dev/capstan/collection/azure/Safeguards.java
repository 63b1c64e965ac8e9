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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Asks Azure for a cluster's deployment safeguards, a resource beside the cluster that its listing does not show.
 *
 * @see <a href="https://learn.microsoft.com/azure/templates/microsoft.containerservice/deploymentsafeguards">
 *     deploymentSafeguards</a>
 */
@Component
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class Safeguards {

    private static final Logger log = LoggerFactory.getLogger(Safeguards.class);
    private static final String RESOURCE = "providers/Microsoft.ContainerService/deploymentSafeguards/default";
    private static final String API_VERSION = "2025-07-01";

    private final AzureConnection azure;

    Safeguards(AzureConnection azure) {
        this.azure = azure;
    }

    /** What Azure says of the cluster's admission. Safeguards that cannot be read cost nothing else. */
    public AzureAdmission of(Cluster cluster) {
        Map<?, ?> properties = properties(cluster);
        AdmissionSettings listed = cluster.admission();
        return new AzureAdmission(
                listed.policyAddOn(),
                text(properties.get("level")),
                text(properties.get("podSecurityStandardsLevel")),
                Stream.of("excludedNamespaces", "systemExcludedNamespaces")
                        .flatMap(key -> texts(properties.get(key)).stream())
                        .distinct()
                        .toList(),
                listed.automatic(),
                // Only previews of the API that are switched off by now ever said it.
                null);
    }

    private Map<?, ?> properties(Cluster cluster) {
        try {
            return azure.properties(ArmId.parse(cluster.armId()), RESOURCE, API_VERSION);
        } catch (HttpResponseException e) {
            if (e.getResponse() == null || e.getResponse().getStatusCode() != 404) {
                log.warn("The deployment safeguards cannot be read: {}", e.getMessage());
            }
            return Map.of();
        } catch (RuntimeException e) {
            // A token or a connection that could not be had: the library wraps it in types of its own.
            log.warn("The deployment safeguards cannot be read: {}", e.toString());
            return Map.of();
        }
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
