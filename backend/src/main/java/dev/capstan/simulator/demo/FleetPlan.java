package dev.capstan.simulator.demo;

import java.util.List;
import java.util.Map;

/**
 * The fleet as the catalogue describes it.
 *
 * @param subscriptions the subscriptions by key
 * @param clusters the clusters
 */
record FleetPlan(Map<String, SubscriptionPlan> subscriptions, List<ClusterPlan> clusters) {

    /**
     * A subscription.
     *
     * @param name its display name
     * @param disabled whether it was switched off
     */
    record SubscriptionPlan(String name, boolean disabled) {}
}
