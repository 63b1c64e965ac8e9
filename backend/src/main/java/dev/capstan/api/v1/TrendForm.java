package dev.capstan.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One day of a trend. */
@Schema(name = "TrendPoint")
record TrendForm(
        LocalDate day,

        @Schema(description = "At its end, today now; null on a day on which no snapshot was taken") @Nullable ScoreForm score) {}
