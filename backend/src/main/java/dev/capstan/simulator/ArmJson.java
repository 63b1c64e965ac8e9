package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.world.AzureSettings;
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
        return object("id", "/subscriptions/" + subscription.id())
                .with("subscriptionId", subscription.id())
                .with("tenantId", tenant)
                .with("displayName", subscription.name())
                .with("state", subscription.enabled() ? "Enabled" : "Disabled")
                .with(
                        "subscriptionPolicies",
                        object("locationPlacementId", "Public_2014-09-01")
                                .with("quotaId", "EnterpriseAgreement_2014-09-01")
                                .with("spendingLimit", "Off"))
                .with("authorizationSource", "RoleBased")
                .with("managedByTenants", List.of());
    }

    /** @param apiVersion previews say more, and versions of old say what later ones have forgotten */
    Map<String, Object> cluster(Cluster cluster, Instant t, String apiVersion) {
        boolean preview = apiVersion.endsWith("-preview");
        boolean knowsPodSecurityPolicy = preview || apiVersion.compareTo("2025-03-01") < 0;
        AzureSettings azure = cluster.azureAt(t);
        Dice dice = cluster.dice();
        String label = cluster.dnsLabel();
        String version = cluster.versionAt(t);
        return object("id", cluster.armId())
                .with("location", cluster.region())
                .with("name", cluster.name())
                .with("tags", cluster.tags().isEmpty() ? null : cluster.tags())
                .with("type", "Microsoft.ContainerService/ManagedClusters")
                .with("kind", azure.sku())
                .with(
                        "properties",
                        object("provisioningState", "Succeeded")
                                .with("powerState", object("code", power(cluster, t)))
                                .with("kubernetesVersion", version.substring(0, version.lastIndexOf('.')))
                                .with("currentKubernetesVersion", version)
                                .with("dnsPrefix", cluster.name())
                                .with("fqdn", label + ".hcp." + cluster.region() + ".azmk8s.io")
                                .with("azurePortalFQDN", label + ".portal.hcp." + cluster.region() + ".azmk8s.io")
                                .with(
                                        "agentPoolProfiles",
                                        cluster.pools().stream()
                                                .map(pool -> pool(pool, cluster, t))
                                                .toList())
                                .with("servicePrincipalProfile", object("clientId", "msi"))
                                .with("addonProfiles", AdmissionInAzure.addons(cluster, azure))
                                .with(
                                        "nodeResourceGroup",
                                        "MC_" + cluster.resourceGroup() + "_" + cluster.name() + "_" + cluster.region())
                                .with("enableRBAC", true)
                                .with(
                                        "enablePodSecurityPolicy",
                                        knowsPodSecurityPolicy ? azure.podSecurityPolicy() : null)
                                .with("safeguardsProfile", preview ? AdmissionInAzure.safeguardsProfile(azure) : null)
                                .with("supportPlan", "KubernetesOfficial")
                                .with(
                                        "networkProfile",
                                        object("networkPlugin", "azure")
                                                .with("networkPluginMode", "overlay")
                                                .with("loadBalancerSku", "standard")
                                                .with("podCidr", "10.244.0.0/16")
                                                .with("serviceCidr", "10.0.0.0/16")
                                                .with("dnsServiceIP", "10.0.0.10")
                                                .with("outboundType", "loadBalancer"))
                                .with(
                                        "aadProfile",
                                        cluster.life().entra()
                                                ? object("managed", true)
                                                        .with(
                                                                "adminGroupObjectIDs",
                                                                List.of(dice.of("admins")
                                                                        .uuid()
                                                                        .toString()))
                                                        .with("enableAzureRBAC", true)
                                                        .with("tenantID", tenant)
                                                : null)
                                .with("maxAgentPools", 100)
                                .with("disableLocalAccounts", cluster.life().localAccounts() ? null : true)
                                .with(
                                        "resourceUID",
                                        dice.of("resource").hex(16)
                                                + dice.of("resource uid").hex(8)))
                .with(
                        "identity",
                        object("type", "SystemAssigned")
                                .with("principalId", dice.of("principal").uuid().toString())
                                .with("tenantId", tenant))
                .with("sku", object("name", azure.sku()).with("tier", cluster.tier()));
    }

    private static Map<String, Object> pool(NodePool pool, Cluster cluster, Instant t) {
        boolean stopped = cluster.life().stoppedAt(t);
        String version = cluster.versionAt(t);
        return object("name", pool.name())
                .with("count", stopped ? 0 : pool.count())
                .with("vmSize", pool.vmSize())
                .with("maxPods", 110)
                .with("type", "VirtualMachineScaleSets")
                .with("provisioningState", "Succeeded")
                .with("powerState", object("code", power(cluster, t)))
                .with("orchestratorVersion", version.substring(0, version.lastIndexOf('.')))
                .with("currentOrchestratorVersion", version)
                .with("mode", pool.system() ? "System" : "User")
                .with("osType", pool.windows() ? "Windows" : "Linux")
                .with("osSKU", pool.windows() ? "Windows2022" : "AzureLinux");
    }

    private static String power(Cluster cluster, Instant t) {
        return cluster.life().stoppedAt(t) ? "Stopped" : "Running";
    }
}
