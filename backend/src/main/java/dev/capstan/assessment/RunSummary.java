package dev.capstan.assessment;

import dev.capstan.collection.FailureCause;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cluster's collection log.
 *
 * @param duration how long it took, or null while it runs
 * @param failure why it failed, or null when it did not
 * @param detail what the other side said, or null
 * @param opened how many containers appeared or changed since the snapshot before
 * @param closed how many containers went away or changed since then
 */
public record RunSummary(
        Instant startedAt,
        @Nullable Duration duration,
        Outcome outcome,
        @Nullable FailureCause failure,
        @Nullable String detail,
        int pods,
        int containers,
        int opened,
        int closed) {

    /** How a run ended. */
    public enum Outcome {
        RUNNING,
        RECORDED,
        FAILED,
        STOPPED,
        ABANDONED
    }
}
