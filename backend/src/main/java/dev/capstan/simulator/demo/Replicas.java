package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Dice;
import java.time.Instant;
import java.util.function.Function;

/** How many pods a workload has as the day goes by. */
final class Replicas {
    private static final long SECONDS_BETWEEN_LOOKS = 6 * 3600;
    private static final int SMALLEST_SCALED = 3;

    private Replicas() {}

    /** Always the same number. */
    static Function<Instant, Integer> fixed(int replicas) {
        return t -> replicas;
    }

    /** A number that an autoscaler moves around the given one; small ones it leaves alone. */
    static Function<Instant, Integer> around(int replicas, Dice dice) {
        if (replicas < SMALLEST_SCALED) {
            return fixed(replicas);
        }
        long phase = dice.of("phase").below((int) SECONDS_BETWEEN_LOOKS);
        return t -> {
            long look = Math.floorDiv(t.getEpochSecond() + phase, SECONDS_BETWEEN_LOOKS);
            return (int) Math.round(replicas * (0.8 + 0.4 * dice.of(look).unit()));
        };
    }
}
