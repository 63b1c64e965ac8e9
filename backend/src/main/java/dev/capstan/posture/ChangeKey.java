package dev.capstan.posture;

import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import java.util.Map;

/**
 * What no two changes under one control in one period share, and what a change keeps.
 *
 * @param workload the workload's key within the cluster
 * @param container the container's name
 */
public record ChangeKey(ClusterId cluster, long workload, ContainerKind kind, String container) {

    Map<String, Object> parameters() {
        return Map.of(
                "afterCluster",
                cluster.value(),
                "afterWorkload",
                workload,
                "afterKind",
                kind.name(),
                "afterContainer",
                container);
    }
}
