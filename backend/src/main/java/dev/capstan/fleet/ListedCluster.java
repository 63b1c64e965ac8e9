package dev.capstan.fleet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A managed cluster as one listing described it. Fields that ARM leaves out are given their meaning here: an absent
 * {@code disableLocalAccounts} is false, an absent {@code powerState} is running.
 *
 * @param armId the Azure resource id, in lower case
 * @param kubernetesVersion the version that runs, for example {@code 1.33.4}
 * @param skuTier {@code Free}, {@code Standard} or {@code Premium}, or null where it is not said
 * @param fqdn the API server's public name, else its private one, or null
 * @param admission what is said of its admission
 */
public record ListedCluster(
        String armId,
        String name,
        String resourceGroup,
        String location,
        String kubernetesVersion,
        @Nullable String skuTier,
        PowerState powerState,
        String provisioningState,
        @Nullable String fqdn,
        boolean localAccountsDisabled,
        boolean entraEnabled,
        AdmissionSettings admission,
        Map<String, String> tags) {

    public ListedCluster {
        tags = Map.copyOf(tags);
    }
}
