package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.GroupScore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One group of what scores are told apart by. */
@Schema(name = "Group")
record GroupForm(
        @Schema(description = "Null for the fleet, for what nobody owns, and for clusters without the tag") @Nullable String name,

        @Schema(description = "Null by capability: asking is not failing") @Nullable ScoreForm score,

        @Schema(description = "By capability alone: how many containers ask for it; else null") @Nullable Long containers,

        long workloads,

        @Schema(description = "In how many clusters they are")
        long clusters,

        @Schema(description = "The worst among what fails, or the capability's; null where that is not told apart")
        @Nullable Risk risk,

        @Schema(description = "Null when nothing fails, or where that is not told apart") @Nullable Instant failingSince) {

    static GroupForm of(GroupScore group) {
        return new GroupForm(
                group.name(),
                ScoreForm.of(group.score()),
                null,
                group.workloads(),
                group.clusters(),
                group.risk(),
                group.failingSince());
    }

    static GroupForm of(CapabilityCount count) {
        return new GroupForm(
                count.name(), null, count.containers(), count.workloads(), count.clusters(), count.risk(), null);
    }
}
