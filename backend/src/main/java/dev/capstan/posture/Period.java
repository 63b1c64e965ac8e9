package dev.capstan.posture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A span of time, at whose ends the fleet is compared. What was concluded at its beginning is still how things were
 * before; what was concluded at its end is part of it.
 *
 * @param from the beginning
 * @param to the end
 */
public record Period(Instant from, AsOf to) {

    /** From the instant until now, whenever that is. */
    public static Period since(Instant from) {
        return new Period(from, AsOf.NOW);
    }

    /** The last hours or days until now; from a whole minute on, so that those who ask in it ask the same. */
    public static Period last(Duration length, Clock clock) {
        return since(clock.instant().minus(length).truncatedTo(ChronoUnit.MINUTES));
    }
}
