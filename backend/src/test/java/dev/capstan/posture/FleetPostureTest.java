package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPostureTest {

    private static final boolean PRODUCTION = true;
    private static final boolean OTHER = false;
    private static final boolean STOPPED = true;
    private static final boolean RUNNING = false;

    private static final ClusterPosture KNOWN =
            cluster(PRODUCTION, RUNNING, Freshness.CURRENT, new Score(90, 10, 0, 0));

    @Test
    void aFleetThatIsKnownIsComplete() {
        assertThat(fleet(KNOWN, cluster(OTHER, RUNNING, Freshness.STALE, new Score(1, 1, 0, 0)))
                        .incomplete())
                .isFalse();
    }

    @Test
    void aProductionClusterThatIsNotAssessedMakesItIncompleteHoweverSmall() {
        assertThat(fleet(KNOWN, cluster(PRODUCTION, RUNNING, Freshness.NOT_ASSESSED, Score.NONE))
                        .incomplete())
                .isTrue();
        assertThat(fleet(KNOWN, cluster(PRODUCTION, STOPPED, Freshness.NOT_ASSESSED, new Score(0, 0, 1, 0)))
                        .incomplete())
                .isTrue();
    }

    @Test
    void moreThanFivePercentOfUnitsUnknownMakeItIncomplete() {
        assertThat(fleet(KNOWN, cluster(OTHER, RUNNING, Freshness.NOT_ASSESSED, new Score(0, 0, 5, 0)))
                        .incomplete())
                .isFalse();
        assertThat(fleet(KNOWN, cluster(OTHER, RUNNING, Freshness.NOT_ASSESSED, new Score(0, 0, 6, 0)))
                        .incomplete())
                .isTrue();
    }

    @Test
    void aStoppedClusterOutsideProductionAloneDoesNot() {
        assertThat(fleet(KNOWN, cluster(OTHER, STOPPED, Freshness.NOT_ASSESSED, new Score(0, 0, 500, 0)))
                        .incomplete())
                .isFalse();
    }

    @Test
    void aFleetOfWhichNothingIsKnownIsIncomplete() {
        assertThat(fleet().incomplete()).isTrue();
        assertThat(fleet(cluster(OTHER, RUNNING, Freshness.NOT_ASSESSED, Score.NONE))
                        .incomplete())
                .isTrue();
    }

    @Test
    void aStaleClusterStillCountsAsAssessed() {
        assertThat(fleet(
                                KNOWN,
                                cluster(OTHER, RUNNING, Freshness.STALE, Score.NONE),
                                cluster(OTHER, RUNNING, Freshness.NOT_ASSESSED, Score.NONE))
                        .assessedClusters())
                .isEqualTo(2);
    }

    private static FleetPosture fleet(ClusterPosture... clusters) {
        List<ClusterPosture> all = List.of(clusters);
        return new FleetPosture(
                all.stream().map(ClusterPosture::score).reduce(Score.NONE, Score::plus), Apart.NONE, all);
    }

    private static ClusterPosture cluster(boolean production, boolean stopped, Freshness freshness, Score score) {
        return new ClusterPosture(
                new ClusterId(1),
                "id",
                "aks",
                "Shops",
                "rg",
                "westeurope",
                "1.33.2",
                stopped,
                production,
                freshness,
                score,
                Apart.NONE,
                null,
                0,
                0,
                null,
                null,
                null);
    }
}
