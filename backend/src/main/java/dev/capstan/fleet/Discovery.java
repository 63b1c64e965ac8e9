package dev.capstan.fleet;

import dev.capstan.fleet.azure.AzureFleet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Finds the clusters of the fleet. */
@Service
public class Discovery {

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);
    private static final int MISSES_BEFORE_ASKING = 3;

    private final ObjectProvider<AzureFleet> azure;
    private final Clusters clusters;

    Discovery(ObjectProvider<AzureFleet> azure, Clusters clusters) {
        this.azure = azure;
        this.clusters = clusters;
    }

    /**
     * Lists the subscriptions and their clusters and takes over what is found. A cluster is gone only after several
     * lists without it and Azure's own word that it is not there.
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public void discover() {
        log.info("Discovery starts");
        AzureFleet fleet = azure.getObject();
        List<ListedSubscription> listing = fleet.list();
        if (listing.isEmpty()) {
            log.warn("Azure lists no subscription: does the identity have a role on one? Nothing is changed.");
            return;
        }
        clusters.listed(listing);
        clusters.missing(MISSES_BEFORE_ASKING).stream()
                .filter(cluster -> fleet.isGone(cluster.armId()))
                .forEach(cluster -> clusters.gone(cluster.id()));
        log.info(
                "Discovery ends: {} subscriptions, {} clusters",
                listing.size(),
                clusters.all().size());
    }
}
