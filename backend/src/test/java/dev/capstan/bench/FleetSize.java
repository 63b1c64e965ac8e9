package dev.capstan.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * How large the made-up fleet is.
 *
 * @param clusters how many clusters
 * @param containers how many containers each runs, about
 * @param days how many days of snapshots, one a day
 * @param changedPerDay how much changes each day, from 0 to 1
 */
record FleetSize(int clusters, int containers, int days, double changedPerDay) {

    /** The day of the last snapshot; the fleet is the same whenever it is made. */
    private static final Instant LAST_DAY = Instant.parse("2026-11-20T00:00:00Z");

    /** When the screens are looked at: some hours after the last snapshot. */
    Instant now() {
        return LAST_DAY.plus(Duration.ofHours(9));
    }

    /** When the cluster was read on its first day. */
    Instant firstSnapshot(int cluster) {
        return LAST_DAY.minus(Duration.ofDays(days - 1L)).plus(Duration.ofMinutes(cluster % 300));
    }

    Instant beginning() {
        return LAST_DAY.minus(Duration.ofDays(days));
    }
}
