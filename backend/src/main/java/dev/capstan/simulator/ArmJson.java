package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.NodePool;
import dev.capstan.simulator.world.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Subscriptions and clusters in the form of Azure Resource Manager: what is not set is absent. */
final class ArmJson {
    private final String tenant;

    ArmJson(String tenant) {
        this.tenant = tenant;
    }

    Map<String, Object> subscription(Subscription subscription) {
        return object(
                "id",
                "/subscriptions/" + subscription.id(),
                "subscriptionId",
                subscription.id(),
                "tenantId",
                tenant,
                "displayName",
                subscription.name(),
                "state",
                subscription.enabled() ? "Enabled" : "Disabled",
                "subscriptionPolicies",
                object(
                        "locationPlacementId", "Public_2014-09-01",
                        "quotaId", "EnterpriseAgreement_2014-09-01",
                        "spendingLimit", "Off"),
                "authorizationSource",
                "RoleBased",
                "managedByTenants",
                List.of());
    }

    Map<String, Object> cluster(Cluster cluster, Instant t) {
        Dice dice = cluster.dice();
        String label = cluster.dnsLabel();
        String version = cluster.versionAt(t);
        return object(
                "id", cluster.armId(),
                "location", cluster.region(),
                "name", cluster.name(),
                "tags", cluster.tags().isEmpty() ? null : cluster.tags(),
                "type", "Microsoft.ContainerService/ManagedClusters",
                "kind", "Base",
                "properties",
                        object(
                                "provisioningState",
                                "Succeeded",
                                "powerState",
                                object("code", power(cluster, t)),
                                "kubernetesVersion",
                                version.substring(0, version.lastIndexOf('.')),
                                "currentKubernetesVersion",
                                version,
                                "dnsPrefix",
                                cluster.name(),
                                "fqdn",
                                label + ".hcp." + cluster.region() + ".azmk8s.io",
                                "azurePortalFQDN",
                                label + ".portal.hcp." + cluster.region() + ".azmk8s.io",
                                "agentPoolProfiles",
                                cluster.pools().stream()
                                        .map(pool -> pool(pool, cluster, t))
                                        .toList(),
                                "servicePrincipalProfile",
                                object("clientId", "msi"),
                                "nodeResourceGroup",
                                "MC_" + cluster.resourceGroup() + "_" + cluster.name() + "_" + cluster.region(),
                                "enableRBAC",
                                true,
                                "supportPlan",
                                "KubernetesOfficial",
                                "networkProfile",
                                object(
                                        "networkPlugin", "azure",
                                        "networkPluginMode", "overlay",
                                        "loadBalancerSku", "standard",
                                        "podCidr", "10.244.0.0/16",
                                        "serviceCidr", "10.0.0.0/16",
                                        "dnsServiceIP", "10.0.0.10",
                                        "outboundType", "loadBalancer"),
                                "aadProfile",
                                cluster.life().entra()
                                        ? object(
                                                "managed",
                                                true,
                                                "adminGroupObjectIDs",
                                                List.of(dice.of("admins").uuid().toString()),
                                                "enableAzureRBAC",
                                                true,
                                                "tenantID",
                                                tenant)
                                        : null,
                                "maxAgentPools",
                                100,
                                "disableLocalAccounts",
                                cluster.life().localAccounts() ? null : true,
                                "resourceUID",
                                dice.of("resource").hex(16)
                                        + dice.of("resource uid").hex(8)),
                "identity",
                        object(
                                "type",
                                "SystemAssigned",
                                "principalId",
                                dice.of("principal").uuid().toString(),
                                "tenantId",
                                tenant),
                "sku", object("name", "Base", "tier", cluster.tier()));
    }

    private static Map<String, Object> pool(NodePool pool, Cluster cluster, Instant t) {
        boolean stopped = cluster.life().stoppedAt(t);
        String version = cluster.versionAt(t);
        return object(
                "name",
                pool.name(),
                "count",
                stopped ? 0 : pool.count(),
                "vmSize",
                pool.vmSize(),
                "maxPods",
                110,
                "type",
                "VirtualMachineScaleSets",
                "provisioningState",
                "Succeeded",
                "powerState",
                object("code", power(cluster, t)),
                "orchestratorVersion",
                version.substring(0, version.lastIndexOf('.')),
                "currentOrchestratorVersion",
                version,
                "mode",
                pool.system() ? "System" : "User",
                "osType",
                pool.windows() ? "Windows" : "Linux",
                "osSKU",
                pool.windows() ? "Windows2022" : "AzureLinux");
    }

    private static String power(Cluster cluster, Instant t) {
        return cluster.life().stoppedAt(t) ? "Stopped" : "Running";
    }
}
