package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.Subscription;
import java.time.Instant;
import java.util.List;

/**
 * The demo's fleet.
 *
 * @param dice the root of its chance
 * @param subscriptions its subscriptions
 * @param clusters its clusters
 */
public record DemoFleet(Dice dice, List<Subscription> subscriptions, List<Cluster> clusters) {

    /** The fleet of a seed, whose 120 busy days begin at the epoch. */
    public static DemoFleet of(long seed, Instant epoch) {
        return new DemoFleet(Dice.seeded(seed), List.of(), List.of());
    }
}
