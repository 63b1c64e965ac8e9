package dev.capstan.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.evaluation.Criteria;
import dev.capstan.posture.Score;
import dev.capstan.posture.TrendPoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void oneIsNotMany() {
        assertThat(Words.count(1, "container")).isEqualTo("1 container");
        assertThat(Words.count(2103, "container")).isEqualTo("2,103 containers");
    }

    @Test
    void noneOfNoneIsNoScore() {
        assertThat(Words.passing(new Score(911, 237, 5, 3))).isEqualTo("911 of 1,148 assessed containers pass");
        assertThat(Words.passing(new Score(0, 0, 5, 3))).isEqualTo("No container is assessed");
    }

    @Test
    void durationsAreReadAtAGlance() {
        assertThat(Words.took(Duration.ofMillis(850))).isEqualTo("850 ms");
        assertThat(Words.took(Duration.ofMillis(4230))).isEqualTo("4.2 s");
        assertThat(Words.took(Duration.ofSeconds(185))).isEqualTo("3 min 5 s");
    }

    @Test
    void aTrendIsToldInASentenceThatNamesItsGaps() {
        LocalDate day = LocalDate.of(2026, 11, 1);
        assertThat(TrendChart.summaryOf(List.of(
                        new TrendPoint(day, new Score(1, 2, 3, 0)),
                        new TrendPoint(day.plusDays(1), null),
                        new TrendPoint(day.plusDays(2), new Score(4, 0, 0, 0)))))
                .isEqualTo("1 Nov 2026: 1 pass, 2 fail, 3 not assessed. 3 Nov 2026: 4 pass, 0 fail, 0 not assessed."
                        + " Nothing was recorded on 1 day.");
    }

    @Test
    void aTrendOfNothingSaysSo() {
        assertThat(TrendChart.summaryOf(List.of(new TrendPoint(LocalDate.of(2026, 11, 1), null))))
                .isEqualTo("Nothing was recorded in this time.");
    }

    @Test
    void chipsNameTheWorstFirstAndCountWhatDoesNotFit() {
        assertThat(CapabilityChips.json(List.of("CHOWN", "NET_ADMIN", "SYS_ADMIN", "CAP_BPF", "KILL"), Criteria.STRICT)
                        .toString())
                .containsSubsequence(
                        "critical", "SYS_ADMIN", "high", "NET_ADMIN", "low", "CHOWN, KILL", "+1", "CAP_BPF");
    }
}
