package dev.capstan.posture;

import java.util.List;

/**
 * The whole fleet at an instant.
 *
 * @param score all clusters' units together
 * @param clusters every cluster that is not gone, those not assessed first, then by name
 */
public record FleetPosture(Score score, List<ClusterPosture> clusters) {

    public FleetPosture {
        clusters = List.copyOf(clusters);
    }

    /** How many clusters have a snapshot that can still be believed. */
    public long assessedClusters() {
        return clusters.stream()
                .filter(c -> c.freshness() != Freshness.NOT_ASSESSED)
                .count();
    }

    /** Whether too much is unknown for a green light: a cluster not assessed, or under 95 % of the units known. */
    public boolean incomplete() {
        return assessedClusters() < clusters.size() || score.coveragePercent().orElse(0) < 95;
    }
}
