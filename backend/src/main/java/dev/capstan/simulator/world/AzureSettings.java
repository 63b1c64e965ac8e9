package dev.capstan.simulator.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Azure itself says about a cluster's admission. Null is what nobody ever set.
 *
 * @param sku the SKU's name: Base or Automatic
 * @param azurePolicy whether the Azure Policy add-on is enabled
 * @param safeguards the deployment safeguards
 * @param podSecurityPolicy whether PodSecurityPolicies take effect, on clusters up to 1.24
 */
public record AzureSettings(
        String sku,
        @Nullable Boolean azurePolicy,
        @Nullable Safeguards safeguards,
        @Nullable Boolean podSecurityPolicy) {

    /** A cluster of which nothing was said. */
    public static final AzureSettings PLAIN = new AzureSettings("Base", null, null, null);

    /**
     * Deployment safeguards.
     *
     * @param level Off, Warn or Enforce
     * @param podSecurityStandards Privileged, Baseline or Restricted; null where it was never said
     * @param excludedNamespaces the namespaces that they leave alone, beside the system's own
     */
    public record Safeguards(String level, @Nullable String podSecurityStandards, List<String> excludedNamespaces) {
        public Safeguards {
            excludedNamespaces = List.copyOf(excludedNamespaces);
        }
    }

    /** The same with an SKU: Base or Automatic. */
    public AzureSettings withSku(String name) {
        return new AzureSettings(name, azurePolicy, safeguards, podSecurityPolicy);
    }

    /** The same with the Azure Policy add-on switched on or off by somebody. */
    public AzureSettings withAzurePolicy(boolean enabled) {
        return new AzureSettings(sku, enabled, safeguards, podSecurityPolicy);
    }

    /** The same with deployment safeguards: Off, Warn or Enforce, and Privileged, Baseline or Restricted. */
    public AzureSettings withSafeguards(
            String level, @Nullable String podSecurityStandards, String... excludedNamespaces) {
        return new AzureSettings(
                sku,
                azurePolicy,
                new Safeguards(level, podSecurityStandards, List.of(excludedNamespaces)),
                podSecurityPolicy);
    }

    /** The same with PodSecurityPolicies in effect or not. */
    public AzureSettings withPodSecurityPolicy(boolean enabled) {
        return new AzureSettings(sku, azurePolicy, safeguards, enabled);
    }
}
