package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.posture.Change;
import dev.capstan.posture.ChangeKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one container's finding differs between the beginning and the end of a span of time. */
@Schema(name = "Change")
record ChangeForm(
        @Schema(description = "What became of it; policy where not the workload makes the difference")
        ChangeKind change,

        @Schema(description = "When it became so") Instant at,
        @Schema(description = "The cluster's id") long cluster,
        String clusterName,

        @Schema(description = "The workload's id within the cluster")
        long workload,

        String namespace,
        @Schema(example = "Deployment") String workloadKind,
        String workloadName,

        @Schema(description = "Who owns the workload now; null when nobody is known") @Nullable String owner,

        ContainerKind containerKind,
        String container,

        @Schema(description = "The finding at the beginning; null when there was none") @Nullable StateForm before,

        @Schema(description = "The finding at the end; null when there is none") @Nullable StateForm after,

        @Schema(description = "What is asked for at the end and was not at the beginning")
        List<String> added,

        @Schema(description = "What was asked for at the beginning and is not at the end")
        List<String> takenAway,

        @Schema(description = "What ran at the beginning; null when the same runs at the end, or it is not known")
        @Nullable String imageBefore,

        @Schema(description = "What runs at the end; null likewise") @Nullable String imageAfter,

        @Schema(description = "Since when it fails without a break, or did")
        Instant failingSince) {

    /** A finding at one instant. */
    @Schema(name = "ChangeState")
    record StateForm(
            List<String> asksFor,

            @Schema(description = "Null where no capability has to do with it") @Nullable Risk risk) {

        static @Nullable StateForm of(Change.@Nullable State state) {
            return state == null ? null : new StateForm(state.askedFor(), state.risk());
        }
    }

    static ChangeForm of(Change change) {
        Change.Images images = change.images();
        return new ChangeForm(
                change.kind(),
                change.at(),
                change.cluster().value(),
                change.clusterName(),
                change.workload(),
                change.namespace(),
                change.workloadKind(),
                change.workloadName(),
                change.owner(),
                change.containerKind(),
                change.container(),
                StateForm.of(change.before()),
                StateForm.of(change.after()),
                change.added(),
                change.takenAway(),
                images == null ? null : images.before(),
                images == null ? null : images.after(),
                change.failingSince());
    }
}
