package dev.capstan.api.v1;

import dev.capstan.posture.AsOf;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.WorkloadDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

        @Schema(description = "The policy that the verdicts follow: the newest, whatever asOf says")
        int policyVersion,

        List<ContainerForm> containers) {

    /** @param former whether to tell of containers, too, that no longer ran at the instant */
    static WorkloadDetailForm of(WorkloadDetails workload, AsOf asOf, boolean former) {
        Instant at = asOf.instant();
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
                        .filter(container -> at == null || !container.seenFrom().isAfter(at))
                        .filter(container -> former || runs(container, at))
                        .map(ContainerForm::of)
                        .toList());
    }

    private static boolean runs(ContainerDetails container, @Nullable Instant at) {
        Instant until = container.seenUntil();
        return until == null || (at != null && until.isAfter(at));
    }
}
