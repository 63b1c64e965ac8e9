package dev.capstan.api.v1;

import dev.capstan.posture.Score;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Counts of units; a unit is one container of one workload under one control. What AKS runs is counted apart. */
@Schema(name = "Score")
record ScoreForm(
        long passing,
        long failing,

        @Schema(description = "Units that would fail, and of which exceptions in force cover everything")
        long excepted,

        @Schema(description = "Units that fail while an exception for them waits for a decision; among the failing")
        long requested,

        @Schema(description = "Units of which nothing recent enough is known; they never count as passing")
        long notAssessed,

        @Schema(description = "Units that the control does not speak of")
        long notApplicable,

        @Schema(description = "Passing among assessed, in percent, rounded down; null when nothing was assessed")
        @Nullable Integer strictPercent,

        @Schema(description = "The same with what is excepted counted as passing") @Nullable Integer acceptedPercent,

        @Schema(description = "Assessed among applicable, in percent, rounded down; null when there are none") @Nullable Integer coveragePercent) {

    static ScoreForm of(Score score) {
        return new ScoreForm(
                score.passing(),
                score.failing(),
                score.excepted(),
                score.requested(),
                score.notAssessed(),
                score.notApplicable(),
                orNull(score.strictPercent()),
                orNull(score.acceptedPercent()),
                orNull(score.coveragePercent()));
    }

    private static @Nullable Integer orNull(OptionalInt percent) {
        return percent.isPresent() ? percent.getAsInt() : null;
    }
}
