package dev.capstan.collection.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.containerservice.fluent.models.CredentialResultsInner;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.kubernetes.ClusterAccess;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.azure.ArmId;
import dev.capstan.fleet.azure.AzureConnection;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Asks Azure for a cluster's admin credentials. They are good for two years and belong to {@code system:masters}, so
 * they are handed to one reading, never stored and never logged.
 */
@Component
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class AdminCredentials {

    private static final Logger log = LoggerFactory.getLogger(AdminCredentials.class);

    /** What Azure answered. */
    public sealed interface Answer {

        /** Here they are. */
        record Granted(ClusterAccess access) implements Answer {}

        /** There are none for us. */
        record Refused(FailureCause cause, String detail) implements Answer {}
    }

    private final AzureConnection azure;

    AdminCredentials(AzureConnection azure) {
        this.azure = azure;
    }

    /** Asks for the cluster's credentials. */
    public Answer of(Cluster cluster) {
        ArmId id = ArmId.parse(cluster.armId());
        try {
            CredentialResultsInner result =
                    azure.clusters(id.subscription()).listClusterAdminCredentials(id.resourceGroup(), id.name());
            return result.kubeconfigs() == null || result.kubeconfigs().isEmpty()
                    ? new Answer.Refused(FailureCause.UNEXPECTED, "Azure answered without a kubeconfig")
                    : read(result.kubeconfigs().getFirst().value());
        } catch (HttpResponseException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            // A token or a connection that could not be had: the library wraps it in types of its own.
            log.debug("Credentials of {}", cluster.armId(), e);
            return new Answer.Refused(FailureCause.UNEXPECTED, "Azure could not be asked: " + rootMessage(e));
        }
    }

    private static Answer read(byte[] kubeconfig) {
        try {
            return new Answer.Granted(Kubeconfig.read(kubeconfig));
        } catch (IllegalArgumentException e) {
            return new Answer.Refused(FailureCause.UNEXPECTED, String.valueOf(e.getMessage()));
        }
    }

    private static Answer refusal(HttpResponseException e) {
        int status = e.getResponse() == null ? 0 : e.getResponse().getStatusCode();
        String code = e instanceof ManagementException m && m.getValue() != null
                ? String.valueOf(m.getValue().getCode())
                : "";
        String said = e instanceof ManagementException m && m.getValue() != null
                ? String.valueOf(m.getValue().getMessage())
                : String.valueOf(e.getMessage());
        return new Answer.Refused(cause(status, code, said), "HTTP " + status + " " + code + ": " + said);
    }

    // By status and code; the message only tells apart what BadRequest means, and only by its fixed part.
    private static FailureCause cause(int status, String code, String said) {
        return switch (status) {
            case 400 ->
                code.equals("BadRequest") && said.toLowerCase(Locale.ROOT).contains("disable local accounts")
                        ? FailureCause.LOCAL_ACCOUNTS_DISABLED
                        : FailureCause.UNEXPECTED;
            case 401 -> FailureCause.UNAUTHENTICATED;
            case 403 -> FailureCause.FORBIDDEN_BY_AZURE;
            case 404 -> FailureCause.NOT_FOUND;
            case 409 -> FailureCause.BUSY;
            case 429 -> FailureCause.THROTTLED;
            default -> FailureCause.UNEXPECTED;
        };
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
