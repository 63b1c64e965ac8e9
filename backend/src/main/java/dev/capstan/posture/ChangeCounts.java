package dev.capstan.posture;

import java.util.Map;

/**
 * How many findings changed in a period, each counted once however often it came and went in between.
 *
 * @param byKind how many of each kind; kinds without any may be missing
 * @param openedByPolicy how many of the kind {@link ChangeKind#POLICY} a policy opened
 * @param closedByPolicy how many of that kind a policy closed; the others are rated otherwise
 */
public record ChangeCounts(Map<ChangeKind, Long> byKind, long openedByPolicy, long closedByPolicy) {

    public ChangeCounts {
        byKind = Map.copyOf(byKind);
    }

    /** How many of the kind. */
    public long of(ChangeKind kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    /** How many at all. */
    public long all() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many more containers fail at the end than at the beginning; negative when fewer do. */
    public long net() {
        return of(ChangeKind.NEW)
                + of(ChangeKind.REOPENED)
                + of(ChangeKind.EXCEEDED)
                + of(ChangeKind.EXPIRED)
                + openedByPolicy
                - of(ChangeKind.FIXED)
                - of(ChangeKind.EXCEPTED)
                - of(ChangeKind.GONE)
                - of(ChangeKind.UNKNOWN)
                - closedByPolicy;
    }
}
