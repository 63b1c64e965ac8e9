package dev.capstan.posture;

import dev.capstan.collection.FailureCause;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One cluster as the lists show it.
 *
 * @param armId the Azure resource id, in lower case
 * @param subscription the subscription's name
 * @param stopped whether the cluster is switched off; false in the past, of which that is not kept
 * @param production whether a tag environment, env or tier says production or prod, in any case
 * @param freshness how far the last snapshot can be believed
 * @param score its units under the chosen control
 * @param apart what is counted by itself under that control
 * @param lastSnapshotAt when the last complete snapshot was taken, or null when there is none
 * @param pods how many pods the last snapshot had
 * @param workloads how many workloads the last snapshot had
 * @param failure why the last attempt failed, or null when it did not
 * @param failureDetail what the other side said then, or null
 * @param failedAt when the last attempt failed, or null when it did not
 */
public record ClusterPosture(
        ClusterId id,
        String armId,
        String name,
        String subscription,
        String resourceGroup,
        String location,
        String kubernetesVersion,
        boolean stopped,
        boolean production,
        Freshness freshness,
        Score score,
        Apart apart,
        @Nullable Instant lastSnapshotAt,
        int pods,
        int workloads,
        @Nullable FailureCause failure,
        @Nullable String failureDetail,
        @Nullable Instant failedAt) {}
