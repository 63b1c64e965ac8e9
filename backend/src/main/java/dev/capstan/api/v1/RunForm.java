package dev.capstan.api.v1;

import dev.capstan.assessment.RunSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a cluster's collection log. */
@Schema(name = "Run")
record RunForm(
        Instant startedAt,

        @Schema(description = "Null while it runs") @Nullable Long durationMs,

        RunSummary.Outcome outcome,
        ClusterForm.@Nullable FailureForm failure,

        @Schema(description = "What is to be said of it, if anything") @Nullable String detail,

        int pods,
        int containers,

        @Schema(description = "Containers that appeared or changed since the snapshot before")
        int opened,

        @Schema(description = "Containers that went away or changed since then")
        int closed) {

    static RunForm of(RunSummary run) {
        Duration duration = run.duration();
        return new RunForm(
                run.startedAt(),
                duration == null ? null : duration.toMillis(),
                run.outcome(),
                ClusterForm.FailureForm.of(
                        run.failure(),
                        run.detail(),
                        duration == null ? null : run.startedAt().plus(duration)),
                run.detail(),
                run.pods(),
                run.containers(),
                run.opened(),
                run.closed());
    }
}
