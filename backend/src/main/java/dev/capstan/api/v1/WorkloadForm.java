package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadPosture;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One workload with what fails in it under one control. The few that AKS and others run together come twice. */
@Schema(name = "Workload")
record WorkloadForm(
        @Schema(description = "The cluster's id") long cluster,
        String clusterName,

        @Schema(description = "How far the cluster's last snapshot can be believed")
        Freshness freshness,

        @Schema(description = "Its id within the cluster") long id,
        String namespace,
        @Schema(example = "Deployment") String kind,
        String name,

        @Schema(description = "Null when nobody is known") @Nullable String owner,

        @Schema(description = "Of whose containers in it the row speaks")
        RunBy runBy,

        @Schema(description = "In the last snapshot; not part of the history")
        int pods,

        @Schema(description = "Each counted once however many pods run it")
        int containers,

        @Schema(description = "How many of the containers fail the control")
        int failing,

        @Schema(description = "Capabilities by name, ALL, or privileged; as written where a spelling does nothing")
        List<String> asksFor,

        @Schema(description = "The worst among what fails; null when nothing does") @Nullable Risk risk,

        @Schema(description = "Null when nothing fails") @Nullable Instant failingSince) {

    static WorkloadForm of(WorkloadPosture workload) {
        return new WorkloadForm(
                workload.cluster().value(),
                workload.clusterName(),
                workload.freshness(),
                workload.id(),
                workload.namespace(),
                workload.kind(),
                workload.name(),
                workload.owner(),
                workload.platform() ? RunBy.PLATFORM : RunBy.CUSTOMER,
                workload.pods(),
                workload.containers(),
                workload.failing(),
                workload.askedFor(),
                workload.risk(),
                workload.failingSince());
    }
}
