package dev.capstan.api.v1;

import dev.capstan.workload.WorkloadDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** One workload with the containers that run in it, or ran. */
@Schema(name = "WorkloadDetail")
record WorkloadDetailForm(
        @Schema(description = "The cluster's id") long cluster,
        @Schema(description = "Its id within the cluster") long id,
        String namespace,
        @Schema(example = "Deployment") String kind,
        String name,
        Instant firstSeenAt,

        @Schema(description = "In the last snapshot; not part of the history")
        int pods,

        @Schema(description = "The policy that holds, or held at the instant asked for")
        int policyVersion,

        List<ContainerForm> containers) {

    /** @param former whether to tell of containers, too, that no longer ran */
    static WorkloadDetailForm of(WorkloadDetails workload, boolean former) {
        return new WorkloadDetailForm(
                workload.cluster().value(),
                workload.id(),
                workload.ref().namespace(),
                workload.ref().kind(),
                workload.ref().name(),
                workload.firstSeenAt(),
                workload.pods(),
                workload.policyVersion(),
                workload.containers().stream()
                        .filter(container -> former || container.seenUntil() == null)
                        .map(ContainerForm::of)
                        .toList());
    }
}
