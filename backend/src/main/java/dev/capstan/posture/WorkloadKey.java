package dev.capstan.posture;

import dev.capstan.fleet.ClusterId;
import java.util.Map;

/**
 * What no two rows of the list of workloads share, and what a row keeps.
 *
 * @param id the workload's key within the cluster
 * @param platform whether the row speaks of what AKS runs in it
 */
public record WorkloadKey(ClusterId cluster, long id, boolean platform) {

    Map<String, Object> parameters() {
        return Map.of("afterCluster", cluster.value(), "afterWorkload", id, "afterPlatform", platform);
    }
}
