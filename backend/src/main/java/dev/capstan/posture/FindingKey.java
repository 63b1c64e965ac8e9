package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What no two findings share, and what a finding keeps.
 *
 * @param workload the workload's key within the cluster
 * @param container the container's name
 * @param seenFrom since when the finding was as it is told
 */
public record FindingKey(
        ClusterId cluster, long workload, Control control, ContainerKind kind, String container, Instant seenFrom) {

    Map<String, Object> parameters() {
        return Map.of(
                "afterCluster",
                cluster.value(),
                "afterWorkload",
                workload,
                "afterControl",
                control.name(),
                "afterKind",
                kind.name(),
                "afterContainer",
                container,
                "afterSeenFrom",
                seenFrom.atOffset(ZoneOffset.UTC));
    }
}
