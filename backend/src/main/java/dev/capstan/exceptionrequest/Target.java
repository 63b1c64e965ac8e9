package dev.capstan.exceptionrequest;

import dev.capstan.fleet.ClusterId;
import java.util.Map;

/**
 * A container that an exception may cover.
 *
 * @param clusterTags the cluster's tags by name in lower case
 * @param kind the workload's kind
 * @param repository the image without tag and digest
 */
public record Target(
        ClusterId cluster,
        Map<String, String> clusterTags,
        String namespace,
        String kind,
        String workload,
        String container,
        String repository) {

    public Target {
        clusterTags = Map.copyOf(clusterTags);
    }
}
