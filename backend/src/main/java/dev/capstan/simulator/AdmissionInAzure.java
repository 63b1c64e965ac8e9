package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.AzureSettings.Safeguards;
import dev.capstan.simulator.world.Cluster;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Azure Resource Manager says about a cluster's admission: what nobody set is absent. */
final class AdmissionInAzure {
    /** What deployment safeguards never look at, whatever a customer sets. */
    private static final List<String> SYSTEM_NAMESPACES = List.of(
            "kube-system",
            "calico-system",
            "tigera-system",
            "gatekeeper-system",
            "azure-arc",
            "aks-istio-system",
            "aks-istio-ingress",
            "aks-istio-egress");

    private AdmissionInAzure() {}

    static @Nullable Map<String, Object> addons(Cluster cluster, AzureSettings azure) {
        Boolean enabled = azure.azurePolicy();
        if (enabled == null) {
            return null;
        }
        // A null config is there in the real answers, unlike other fields that are not set.
        Map<String, Object> addon = object("enabled", enabled);
        addon.put("config", null);
        if (enabled) {
            addon.put(
                    "identity",
                    object(
                                    "resourceId",
                                    "/subscriptions/" + cluster.subscription().id() + "/resourcegroups/MC_"
                                            + cluster.resourceGroup() + "_" + cluster.name() + "_"
                                            + cluster.region()
                                            + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/azurepolicy-"
                                            + cluster.name())
                            .with(
                                    "clientId",
                                    cluster.dice().of("azurepolicy").uuid().toString())
                            .with(
                                    "objectId",
                                    cluster.dice()
                                            .of("azurepolicy object")
                                            .uuid()
                                            .toString()));
        }
        return object("azurepolicy", addon);
    }

    /** The field of the managed cluster, of which previews of the API alone know; its levels have names of their own. */
    static @Nullable Map<String, Object> safeguardsProfile(AzureSettings azure) {
        Safeguards safeguards = azure.safeguards();
        if (safeguards == null) {
            return null;
        }
        String level = switch (safeguards.level()) {
            case "Enforce" -> "Enforcement";
            case "Warn" -> "Warning";
            default -> safeguards.level();
        };
        return object("level", level)
                .with("version", "v1.0.0")
                .with("podSecurityStandardsLevel", safeguards.podSecurityStandards())
                .with("excludedNamespaces", excluded(safeguards))
                .with("systemExcludedNamespaces", SYSTEM_NAMESPACES);
    }

    /** The resource {@code deploymentSafeguards/default} that extends a managed cluster, since API 2025-04-01. */
    static Map<String, Object> safeguards(Cluster cluster, Safeguards safeguards) {
        return object("id", cluster.armId() + "/providers/Microsoft.ContainerService/deploymentSafeguards/default")
                .with("name", "default")
                .with("type", "Microsoft.ContainerService/deploymentSafeguards")
                .with(
                        "properties",
                        object("provisioningState", "Succeeded")
                                .with("level", safeguards.level())
                                .with("podSecurityStandardsLevel", safeguards.podSecurityStandards())
                                .with("excludedNamespaces", excluded(safeguards))
                                .with("systemExcludedNamespaces", SYSTEM_NAMESPACES));
    }

    private static @Nullable List<String> excluded(Safeguards safeguards) {
        return safeguards.excludedNamespaces().isEmpty() ? null : safeguards.excludedNamespaces();
    }
}
