package dev.capstan.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param from its first instant
 * @param until the first instant after it, null where it has no end
 */
public record Span(Instant from, @Nullable Instant until) {

    /** From an instant on, without end. */
    public static Span since(Instant from) {
        return new Span(from, null);
    }

    public boolean contains(Instant t) {
        return !t.isBefore(from) && (until == null || t.isBefore(until));
    }
}
