package dev.capstan.fleet.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.containerservice.fluent.models.ManagedClusterInner;
import com.azure.resourcemanager.resources.models.Subscription;
import dev.capstan.fleet.AdmissionSettings;
import dev.capstan.fleet.ListedCluster;
import dev.capstan.fleet.ListedSubscription;
import dev.capstan.fleet.PowerState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What Azure Resource Manager says of subscriptions and managed clusters, in Capstan's own terms. */
@Component
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class AzureFleet {

    private static final Logger log = LoggerFactory.getLogger(AzureFleet.class);
    private static final Set<String> UNUSABLE = Set.of("disabled", "deleted");

    private final AzureConnection azure;

    AzureFleet(AzureConnection azure) {
        this.azure = azure;
    }

    /** Every usable subscription with its clusters; one that cannot be listed does not lose the others. */
    public List<ListedSubscription> list() {
        return azure.subscriptions().list().stream()
                .filter(AzureFleet::isUsable)
                .map(this::list)
                .toList();
    }

    /** Whether Azure says, asked for the cluster itself, that there is no such cluster. */
    public boolean isGone(String armId) {
        ArmId id = ArmId.parse(armId);
        try {
            azure.clusters(id.subscription()).getByResourceGroup(id.resourceGroup(), id.name());
            return false;
        } catch (HttpResponseException e) {
            log.info("Asked for {}: {}", armId, e.getMessage());
            return e.getResponse() != null && e.getResponse().getStatusCode() == 404;
        }
    }

    private static boolean isUsable(Subscription subscription) {
        return subscription.state() == null
                || !UNUSABLE.contains(subscription.state().toString().toLowerCase(Locale.ROOT));
    }

    private ListedSubscription list(Subscription subscription) {
        UUID id = UUID.fromString(subscription.subscriptionId());
        return new ListedSubscription(
                id,
                UUID.fromString(subscription.innerModel().tenantId()),
                subscription.displayName(),
                String.valueOf(subscription.state()),
                clusters(id));
    }

    private ListedSubscription.Clusters clusters(UUID subscription) {
        try {
            return new ListedSubscription.Clusters.Listed(azure.clusters(subscription).list().stream()
                    .map(AzureFleet::translate)
                    .toList());
        } catch (ManagementException e) {
            log.warn("The clusters of subscription {} cannot be listed: {}", subscription, e.getMessage());
            return new ListedSubscription.Clusters.Unknown(e.getValue().getCode());
        } catch (HttpResponseException e) {
            log.warn("The clusters of subscription {} cannot be listed: {}", subscription, e.getMessage());
            return new ListedSubscription.Clusters.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static ListedCluster translate(ManagedClusterInner cluster) {
        ArmId id = ArmId.parse(cluster.id());
        return new ListedCluster(
                id.text(),
                cluster.name(),
                id.resourceGroup(),
                cluster.location(),
                firstPresent(cluster.currentKubernetesVersion(), cluster.kubernetesVersion(), "unknown"),
                cluster.sku() == null ? null : Objects.toString(cluster.sku().tier(), null),
                powerState(cluster),
                firstPresent(cluster.provisioningState(), "Unknown"),
                cluster.fqdn() != null ? cluster.fqdn() : cluster.privateFqdn(),
                Boolean.TRUE.equals(cluster.disableLocalAccounts()),
                cluster.aadProfile() != null,
                new AdmissionSettings(policyAddOn(cluster), isAutomatic(cluster)),
                cluster.tags() == null ? Map.of() : cluster.tags());
    }

    // Portals and templates of old wrote the name in other cases.
    private static @Nullable Boolean policyAddOn(ManagedClusterInner cluster) {
        if (cluster.addonProfiles() == null) {
            return null;
        }
        return cluster.addonProfiles().entrySet().stream()
                .filter(addOn -> addOn.getKey().equalsIgnoreCase("azurepolicy") && addOn.getValue() != null)
                .map(addOn -> addOn.getValue().enabled())
                .findFirst()
                .orElse(null);
    }

    private static boolean isAutomatic(ManagedClusterInner cluster) {
        return cluster.sku() != null
                && "Automatic".equalsIgnoreCase(String.valueOf(cluster.sku().name()));
    }

    private static PowerState powerState(ManagedClusterInner cluster) {
        boolean stopped = cluster.powerState() != null
                && "Stopped"
                        .equalsIgnoreCase(String.valueOf(cluster.powerState().code()));
        return stopped ? PowerState.STOPPED : PowerState.RUNNING;
    }

    private static String firstPresent(@Nullable String... values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("None is present");
    }
}
