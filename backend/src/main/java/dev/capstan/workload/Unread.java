package dev.capstan.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time for which no snapshot of the cluster can be believed.
 *
 * @param from when the last snapshot before it was too old
 * @param until when the next one was taken, or null while there is none
 */
public record Unread(Instant from, @Nullable Instant until) {

    /** Whether it holds the instant. */
    public boolean holds(Instant instant) {
        return !from.isAfter(instant) && (until == null || until.isAfter(instant));
    }
}
