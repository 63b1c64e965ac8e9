package dev.capstan.posture;

import java.util.List;

/**
 * The whole fleet at an instant.
 *
 * @param score all clusters' units together
 * @param apart what is counted by itself in all clusters together
 * @param clusters every cluster that is not gone, those not assessed first, then by name
 */
public record FleetPosture(Score score, Apart apart, List<ClusterPosture> clusters) {

    public FleetPosture {
        clusters = List.copyOf(clusters);
    }

    /** How many clusters have a snapshot that can still be believed. */
    public long assessedClusters() {
        return clusters.stream()
                .filter(c -> c.freshness() != Freshness.NOT_ASSESSED)
                .count();
    }

    /**
     * Whether too much is unknown for a green light: a production cluster is not assessed, or the score of
     * what is expected is {@linkplain Score#incomplete incomplete}. The units of a cluster that is switched off do not run, so they count only in production.
     */
    public boolean incomplete() {
        List<ClusterPosture> expected =
                clusters.stream().filter(c -> c.production() || !c.stopped()).toList();
        Score known = expected.stream().map(ClusterPosture::score).reduce(Score.NONE, Score::plus);
        return known.incomplete()
                || expected.stream().anyMatch(c -> c.production() && c.freshness() == Freshness.NOT_ASSESSED);
    }
}
