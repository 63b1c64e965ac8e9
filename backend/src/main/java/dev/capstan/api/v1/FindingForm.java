package dev.capstan.api.v1;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.RecordedFinding;
import dev.capstan.posture.RunBy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failing container under a control, for as long as nothing about the failing changed. */
@Schema(name = "Finding")
record FindingForm(
        @Schema(description = "The cluster's id") long cluster,
        String clusterName,

        @Schema(description = "How far the cluster's last snapshot can be believed")
        Freshness freshness,

        @Schema(description = "The workload's id within the cluster")
        long workload,

        String namespace,
        @Schema(example = "Deployment") String workloadKind,
        String workloadName,

        @Schema(description = "Who owns the workload now; null when nobody is known") @Nullable String owner,

        Control control,
        ContainerKind containerKind,
        String container,
        RunBy runBy,

        @Schema(description = "Null where no capability has to do with it") @Nullable Risk risk,

        @Schema(description = "What the container asks for") List<String> asksFor,

        @Schema(description = "Since when it fails without a break")
        Instant openedAt,

        @Schema(description = "Since when it does in this form")
        Instant seenFrom,

        @Schema(description = "What made it a finding of this form")
        RecordedFinding.Began began,

        @Schema(description = "When it ended or changed; null while it lasts, as of the instant asked for") @Nullable Instant seenUntil,

        @Schema(description = "What ended it; null while it lasts, as of the instant asked for")
        RecordedFinding.@Nullable Ended ended) {

    static FindingForm of(RecordedFinding finding) {
        return new FindingForm(
                finding.key().cluster().value(),
                finding.clusterName(),
                finding.freshness(),
                finding.key().workload(),
                finding.namespace(),
                finding.workloadKind(),
                finding.workloadName(),
                finding.owner(),
                finding.key().control(),
                finding.key().kind(),
                finding.key().container(),
                finding.platform() ? RunBy.PLATFORM : RunBy.CUSTOMER,
                finding.risk(),
                finding.askedFor(),
                finding.openedAt(),
                finding.key().seenFrom(),
                finding.began(),
                finding.seenUntil(),
                finding.ended());
    }
}
