package dev.capstan.assessment;

import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.time.Instant;

/** Spreads the clusters over the time between two assessments, each at the same place in every round. */
final class Slots {

    // An odd constant that scatters neighbouring numbers (Knuth's multiplicative hashing).
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private Slots() {}

    /** The cluster's next slot, strictly after the instant. */
    static Instant next(ClusterId cluster, Duration every, Instant after) {
        long round = every.toMillis();
        long place = Math.floorMod(cluster.value() * SCATTER, round);
        long passed = Math.floorMod(after.toEpochMilli() - place, round);
        return Instant.ofEpochMilli(after.toEpochMilli() - passed + round);
    }
}
