package dev.capstan.workload;

import java.time.Instant;

/** What came of recording a snapshot. */
public sealed interface Recorded {

    /**
     * It is the cluster's newest snapshot now.
     *
     * @param opened how many containers appeared or changed
     * @param closed how many containers went away or changed
     */
    record Written(int opened, int closed) implements Recorded {}

    /** A snapshot as new or newer is recorded already, so nothing was written. */
    record Outdated(Instant newest) implements Recorded {}

    /** The policy that judged holds no more, so nothing was written. */
    record PolicyChanged() implements Recorded {}
}
