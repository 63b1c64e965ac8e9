package dev.capstan.simulator;

import dev.capstan.simulator.demo.DemoFleet;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fleet of AKS clusters as a function of time: asked twice about the same instant it says the same.
 *
 * @param tenantId the Entra tenant that all subscriptions trust
 * @param clientId the application that may read them
 * @param subscriptions the subscriptions, those switched off among them
 * @param clusters every cluster that there is at any time
 */
public record SimulatedFleet(
        String tenantId, String clientId, List<Subscription> subscriptions, List<Cluster> clusters) {

    public SimulatedFleet {
        subscriptions = List.copyOf(subscriptions);
        clusters = List.copyOf(clusters);
    }

    /**
     * The fleet of the demo: a freight company in a busy time of 120 days, and in quieter ones ever after.
     *
     * @param seed another one gives another fleet of the same kind
     * @param epoch the first of the 120 days
     */
    public static SimulatedFleet demo(long seed, Instant epoch) {
        DemoFleet demo = DemoFleet.of(seed, epoch);
        return new SimulatedFleet(
                demo.dice().of("tenant").uuid().toString(),
                demo.dice().of("application").uuid().toString(),
                demo.subscriptions(),
                demo.clusters());
    }

    /** The clusters of a subscription that exist at an instant. */
    public List<Cluster> clustersOf(String subscriptionId, Instant t) {
        return clusters.stream()
                .filter(cluster -> cluster.subscription().id().equalsIgnoreCase(subscriptionId))
                .filter(cluster -> cluster.life().span().contains(t))
                .toList();
    }

    /** The cluster with this name, whether or not it exists at a given instant; case does not matter. */
    public Optional<Cluster> cluster(String name) {
        return clusters.stream()
                .filter(cluster -> cluster.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
