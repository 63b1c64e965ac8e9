package dev.capstan.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import dev.capstan.posture.Apart;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Score;
import dev.capstan.ui.testing.FakeFleet;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandBarTest {

    @Test
    void aBarIsGreenOnlyWhenEnoughIsAssessed() {
        assertThat(new BandBar(new Score(90, 5, 5, 0)).getClassNames()).containsExactly("bands");
        assertThat(new BandBar(new Score(90, 4, 6, 0)).getClassNames()).containsExactly("bands", "incomplete");
        assertThat(new BandBar(Score.NONE).getClassNames()).contains("incomplete");
    }

    @Test
    void itsSentenceSaysSo() {
        assertThat(said(new BandBar(new Score(90, 4, 6, 0)))).isEqualTo("90 pass, 4 fail, 6 not assessed: incomplete");
        assertThat(said(new BandBar(new Score(90, 10, 0, 0)))).isEqualTo("90 pass, 10 fail, 0 not assessed");
    }

    @Test
    void theBarOfTheFleetIsNotGreenWhenAProductionClusterIsNotAssessedHoweverSmall() {
        Score covered = new Score(100, 0, 0, 0);
        ClusterPosture unread = FakeFleet.clusters(Control.ADDED).stream()
                .filter(cluster -> cluster.production() && cluster.freshness() == Freshness.NOT_ASSESSED)
                .findFirst()
                .orElseThrow();

        assertThat(new BandBar(covered).getClassNames()).doesNotContain("incomplete");
        assertThat(new BandBar(new FleetPosture(covered, Apart.NONE, List.of(unread))).getClassNames())
                .contains("incomplete");
    }

    private static String said(BandBar bar) {
        return bar.getElement().getAttribute("aria-label");
    }
}
