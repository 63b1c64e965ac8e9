package dev.capstan.posture;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long findings took to be resolved, from the first failure to the pass or to the container's end. What a policy
 * closed, and what is no longer known, is not resolved.
 *
 * @param count how many were resolved
 * @param mean how long they took on average; null when there are none, as are the others
 * @param median how long half of them took at most
 * @param ninetieth how long nine of ten took at most
 */
public record Resolved(
        long count,
        @Nullable Duration mean,
        @Nullable Duration median,
        @Nullable Duration ninetieth) {

    public static final Resolved NONE = new Resolved(0, null, null, null);
}
