package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The score of one group of a {@link Grouping}. The groups' scores add up to the fleet's.
 *
 * @param name the group's name, or null for what has none: no owner, no such tag
 * @param score its units
 * @param workloads how many workloads it has
 * @param clusters in how many clusters they are
 * @param risk the worst risk among what fails; null when nothing does, or when whole clusters are told apart
 * @param failingSince since when the oldest of what fails does; null likewise
 */
public record GroupScore(
        @Nullable String name,
        Score score,
        long workloads,
        long clusters,
        @Nullable Risk risk,
        @Nullable Instant failingSince) {

    GroupScore plus(GroupScore other) {
        return new GroupScore(
                name,
                score.plus(other.score),
                workloads + other.workloads,
                clusters + other.clusters,
                risk == null || (other.risk != null && other.risk.compareTo(risk) > 0) ? other.risk : risk,
                failingSince == null || (other.failingSince != null && other.failingSince.isBefore(failingSince))
                        ? other.failingSince
                        : failingSince);
    }
}
