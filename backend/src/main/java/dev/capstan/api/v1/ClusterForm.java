package dev.capstan.api.v1;

import dev.capstan.collection.FailureCause;
import dev.capstan.posture.Apart;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One cluster with its score under one control. */
@Schema(name = "Cluster")
record ClusterForm(
        long id,
        String name,

        @Schema(description = "The Azure resource id, in lower case")
        String resourceId,

        String subscription,
        String resourceGroup,
        String location,
        String kubernetesVersion,

        @Schema(description = "Whether the cluster is switched off")
        boolean stopped,

        @Schema(description = "Whether a tag environment, env or tier says so")
        boolean production,

        @Schema(description = "How far the last snapshot can be believed")
        Freshness freshness,

        ScoreForm score,
        ApartForm apart,

        @Schema(description = "When the last complete snapshot was taken; null when there is none") @Nullable Instant lastSnapshotAt,

        int pods,
        int workloads,

        @Schema(description = "Why the last attempt failed; null when it did not") @Nullable FailureForm failure) {

    /** What is counted by itself. */
    @Schema(name = "Apart")
    record ApartForm(
            @Schema(description = "Run by AKS; outside the score")
            long platformPassing,

            @Schema(description = "Run by AKS; outside the score")
            long platformFailing,

            @Schema(description = "Put there by a webhook; within the score")
            long injectedPassing,

            @Schema(description = "Put there by a webhook; within the score")
            long injectedFailing) {

        static ApartForm of(Apart apart) {
            return new ApartForm(
                    apart.platformPassing(), apart.platformFailing(), apart.injectedPassing(), apart.injectedFailing());
        }
    }

    /** Why a cluster could not be read. */
    @Schema(name = "Failure")
    record FailureForm(
            FailureCause cause,
            @Schema(description = "The cause for people") String title,

            @Schema(description = "What can be done about it")
            String remedy,

            @Schema(description = "What the other side said") @Nullable String detail,

            @Nullable Instant failedAt) {

        static @Nullable FailureForm of(
                @Nullable FailureCause cause, @Nullable String detail, @Nullable Instant failedAt) {
            return cause == null ? null : new FailureForm(cause, cause.title(), cause.remedy(), detail, failedAt);
        }
    }

    static ClusterForm of(ClusterPosture cluster) {
        return new ClusterForm(
                cluster.id().value(),
                cluster.name(),
                cluster.armId(),
                cluster.subscription(),
                cluster.resourceGroup(),
                cluster.location(),
                cluster.kubernetesVersion(),
                cluster.stopped(),
                cluster.production(),
                cluster.freshness(),
                ScoreForm.of(cluster.score()),
                ApartForm.of(cluster.apart()),
                cluster.lastSnapshotAt(),
                cluster.pods(),
                cluster.workloads(),
                FailureForm.of(cluster.failure(), cluster.failureDetail(), cluster.failedAt()));
    }
}
