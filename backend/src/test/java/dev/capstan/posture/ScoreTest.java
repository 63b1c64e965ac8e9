package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void nothingAssessedHasNoPercentageAtAll() {
        assertThat(Score.NONE.strictPercent()).isEmpty();
        assertThat(Score.NONE.coveragePercent()).isEmpty();
        assertThat(new Score(0, 0, 5, 2).strictPercent()).isEmpty();
        assertThat(new Score(0, 0, 5, 2).coveragePercent()).hasValue(0);
    }

    @Test
    void percentagesAreRoundedDownAndAHundredIsKeptForWholeFleetsThatPass() {
        assertThat(new Score(1, 2, 0, 0).strictPercent()).hasValue(33);
        assertThat(new Score(999_999, 1, 0, 0).strictPercent()).hasValue(99);
        assertThat(new Score(7, 0, 0, 3).strictPercent()).hasValue(100);
        assertThat(new Score(7, 0, 1, 0).strictPercent()).hasValue(99);
        assertThat(new Score(999, 0, 1, 0).coveragePercent()).hasValue(99);
    }

    @Test
    void lessThanNinetyFiveOfAHundredAssessedIsIncomplete() {
        assertThat(new Score(90, 5, 5, 7).incomplete()).isFalse();
        assertThat(new Score(90, 4, 6, 7).incomplete()).isTrue();
        assertThat(Score.NONE.incomplete()).isTrue();
    }

    @Test
    void bandsSumWhateverIsAddedOrForgotten() {
        for (long seed = 0; seed < 2_000; seed++) {
            Score one = any(new Random(seed));
            Score other = any(new Random(~seed));

            assertThat(all(one.plus(other))).as("seed %d", seed).isEqualTo(all(one) + all(other));
            assertThat(all(one.forgotten())).as("seed %d", seed).isEqualTo(all(one));
            assertThat(one.forgotten().strictPercent()).as("seed %d", seed).isEqualTo(OptionalInt.empty());
            assertThat(one.strictPercent().orElse(0)).as("seed %d", seed).isBetween(0, 100);
        }
    }

    private static Score any(Random random) {
        return new Score(random.nextInt(50), random.nextInt(3), random.nextInt(3), random.nextInt(20));
    }

    private static long all(Score score) {
        return score.passing() + score.failing() + score.notAssessed() + score.notApplicable();
    }
}
