package dev.capstan.simulator.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a cluster exists, and what stands in a reader's way.
 *
 * @param span when it exists
 * @param localAccounts whether it gives out admin credentials
 * @param entra whether Entra users may sign in
 * @param stoppedFrom when it was switched off, null for never
 * @param unreachableFrom when its name vanished from the DNS, null for never
 * @param forbiddenFrom when its pods became forbidden to read, null for never
 */
public record ClusterLife(
        Span span,
        boolean localAccounts,
        boolean entra,
        @Nullable Instant stoppedFrom,
        @Nullable Instant unreachableFrom,
        @Nullable Instant forbiddenFrom) {

    /** Readable by everyone with credentials, without end. */
    public static ClusterLife since(Instant from) {
        return new ClusterLife(Span.since(from), true, true, null, null, null);
    }

    public boolean stoppedAt(Instant t) {
        return reached(stoppedFrom, t);
    }

    /** Whether its API server's name can be resolved; a stopped cluster's cannot. */
    public boolean reachableAt(Instant t) {
        return !reached(unreachableFrom, t) && !stoppedAt(t);
    }

    public boolean forbiddenAt(Instant t) {
        return reached(forbiddenFrom, t);
    }

    private static boolean reached(@Nullable Instant since, Instant t) {
        return since != null && !t.isBefore(since);
    }
}
