package dev.capstan.fleet.azure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AzureSettingsTest {

    private static final URI ARM = URI.create("https://management.azure.com");
    private static final URI ENTRA = URI.create("https://login.microsoftonline.com");

    @Test
    void aClientSecretNeedsAllThreeOfItsParts() {
        assertThat(complaints(settings(AzureIdentity.CLIENT_SECRET, "t", "c", "s", ARM)))
                .isEmpty();
        assertThat(complaints(settings(AzureIdentity.CLIENT_SECRET, "t", "c", " ", ARM)))
                .containsExactly("identity CLIENT_SECRET needs tenant-id, client-id and client-secret");
        assertThat(complaints(settings(AzureIdentity.WORKLOAD_IDENTITY, null, null, null, ARM)))
                .isEmpty();
    }

    @Test
    void tokensAreNeverSentUnencrypted() {
        assertThat(complaints(
                        settings(AzureIdentity.AZURE_CLI, null, null, null, URI.create("http://management.azure.com"))))
                .singleElement()
                .asString()
                .contains("https");
    }

    @Test
    void theSecretIsNeverSaid() {
        assertThat(settings(AzureIdentity.CLIENT_SECRET, "t", "c", "the-secret", ARM)
                        .toString())
                .doesNotContain("the-secret");
    }

    private static AzureSettings settings(
            AzureIdentity identity,
            @Nullable String tenant,
            @Nullable String client,
            @Nullable String secret,
            URI resourceManager) {
        return new AzureSettings(identity, tenant, client, secret, resourceManager, ENTRA, null);
    }

    private static List<String> complaints(AzureSettings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(settings).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }
}
