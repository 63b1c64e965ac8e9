package dev.capstan.fleet.azure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which Azure to ask, and as whom.
 *
 * @param identity how Capstan proves who it is
 * @param tenantId the Entra tenant; needed for a client secret
 * @param clientId the app registration or the user-assigned identity; needed for a client secret
 * @param clientSecret the app registration's secret; needed for a client secret
 * @param resourceManager where Azure Resource Manager answers
 * @param authority where tokens are issued
 * @param caBundle a PEM file of certificate authorities to trust beside those of the Java runtime, or null
 */
@Validated
@ConfigurationProperties("capstan.azure")
public record AzureSettings(
        @NotNull @DefaultValue("WORKLOAD_IDENTITY") AzureIdentity identity,
        @Nullable String tenantId,
        @Nullable String clientId,
        @Nullable String clientSecret,

        @NotNull @DefaultValue("https://management.azure.com")
        URI resourceManager,

        @NotNull @DefaultValue("https://login.microsoftonline.com")
        URI authority,

        @Nullable Path caBundle) {

    @AssertTrue(message = "identity CLIENT_SECRET needs tenant-id, client-id and client-secret") boolean isClientSecretComplete() {
        return identity != AzureIdentity.CLIENT_SECRET
                || (tenantId != null && clientId != null && clientSecret != null && !clientSecret.isBlank());
    }

    @AssertTrue(message = "resource-manager and authority must be https addresses: tokens go nowhere else") boolean isEncrypted() {
        return "https".equals(resourceManager.getScheme()) && "https".equals(authority.getScheme());
    }

    /** The settings without the secret. */
    @Override
    public String toString() {
        return "AzureSettings[identity=%s, tenantId=%s, clientId=%s, resourceManager=%s, authority=%s]"
                .formatted(identity, tenantId, clientId, resourceManager, authority);
    }
}
