package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.posture.HeatMapCell;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One namespace of a cluster with its score under one control. */
@Schema(name = "Namespace")
record NamespaceForm(
        String namespace,
        @Schema(description = "Of what customers run in it") ScoreForm score,
        long workloads,

        @Schema(description = "The worst among what fails; null when nothing does") @Nullable Risk risk,

        @Schema(description = "Whether added capabilities are stopped at admission; null when that was never read")
        AdmissionForm.@Nullable VerdictForm admission) {

    static NamespaceForm of(HeatMapCell cell, AdmissionForm.@Nullable VerdictForm admission) {
        return new NamespaceForm(
                cell.namespace(), ScoreForm.of(cell.score()), cell.workloads(), cell.risk(), admission);
    }
}
