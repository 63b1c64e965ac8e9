package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.time.Instant;

/** Says of units that fail which of them are excepted. What that turns on is decided elsewhere; here it is only counted. */
public interface Excuses {

    /** Excuses nothing. */
    Excuses NONE = (_, _) -> {};

    /**
     * Marks the cluster's staged units by the exceptions that are in force at the instant. Inside the caller's transaction,
     * which has the cluster to itself.
     */
    void mark(ClusterId cluster, Instant at);
}
