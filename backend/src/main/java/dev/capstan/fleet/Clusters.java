package dev.capstan.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clusters of the fleet. */
@Service
@PreAuthorize("hasRole('COLLECTOR')")
public class Clusters {

    private final ClusterRepository clusters;
    private final SubscriptionRepository subscriptions;
    private final Clock clock;

    Clusters(ClusterRepository clusters, SubscriptionRepository subscriptions, Clock clock) {
        this.clusters = clusters;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** A cluster by its key, if it is known. */
    @PreAuthorize("hasAnyRole('COLLECTOR', 'VIEWER')")
    @Transactional(readOnly = true)
    public Optional<Cluster> find(ClusterId id) {
        return clusters.findById(id.value());
    }

    /** Every cluster that is not gone, in the order in which they were found. */
    @PreAuthorize("hasAnyRole('COLLECTOR', 'VIEWER')")
    @Transactional(readOnly = true)
    public List<Cluster> all() {
        return clusters.findByGoneAtIsNullOrderById();
    }

    /**
     * Takes over what a listing says. Clusters that a complete list of their subscription lacks are only marked as
     * missed: lists can be incomplete for minutes.
     */
    @Transactional
    public void listed(List<ListedSubscription> listing) {
        Instant now = clock.instant();
        for (ListedSubscription subscription : listing) {
            subscriptions.save(new Subscription(subscription, now));
            switch (subscription.clusters()) {
                case ListedSubscription.Clusters.Listed(List<ListedCluster> all) -> takeOver(subscription, all, now);
                case ListedSubscription.Clusters.Unknown _ -> {
                    // Nothing was learned of its clusters, so nothing changes.
                }
            }
        }
    }

    private void takeOver(ListedSubscription subscription, List<ListedCluster> all, Instant now) {
        Map<String, ListedCluster> listed = all.stream()
                .collect(Collectors.toMap(ListedCluster::armId, Function.identity(), (first, again) -> again));
        for (Cluster known : clusters.findBySubscriptionId(subscription.id())) {
            ListedCluster found = listed.get(known.armId());
            if (found == null) {
                known.missed();
            } else {
                known.seen(found, subscription.id(), now);
            }
        }
        Map<String, Cluster> known = clusters.findBySubscriptionId(subscription.id()).stream()
                .collect(Collectors.toMap(Cluster::armId, Function.identity()));
        listed.values().stream()
                .filter(cluster -> !known.containsKey(cluster.armId()))
                .forEach(cluster -> clusters.save(new Cluster(cluster, subscription.id(), now)));
    }

    /** Clusters that so many complete lists in a row lacked. */
    @Transactional(readOnly = true)
    public List<Cluster> missing(int misses) {
        return clusters.findByGoneAtIsNullAndMissedListingsGreaterThanEqual(misses);
    }

    /** Notes that Azure has confirmed the cluster's end. */
    @Transactional
    public void gone(ClusterId id) {
        clusters.findById(id.value()).ifPresent(cluster -> cluster.gone(clock.instant()));
    }
}
