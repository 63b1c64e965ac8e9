package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import java.util.List;
import java.util.Map;

/**
 * A container of a workload that fails under a control now.
 *
 * @param clusterTags the cluster's tags by name in lower case
 * @param workload the workload's key in its cluster
 * @param workloadKind its kind in Kubernetes
 * @param kind what sort of container it is: INIT, SIDECAR, APP or EPHEMERAL
 * @param running what runs of it, which is more than one thing while it is rolled out
 */
public record FailingUnit(
        ClusterId cluster,
        String clusterName,
        Map<String, String> clusterTags,
        long workload,
        String namespace,
        String workloadKind,
        String workloadName,
        Control control,
        String kind,
        String container,
        Criteria criteria,
        List<Running> running) {

    public FailingUnit {
        clusterTags = Map.copyOf(clusterTags);
        running = List.copyOf(running);
    }

    /** An image with the settings that it runs with. */
    public record Running(String image, ContainerSettings settings) {

        /** The image without tag and digest. */
        public String repository() {
            String named = image.split("@", 2)[0];
            int tag = named.lastIndexOf(':');
            return tag > named.lastIndexOf('/') ? named.substring(0, tag) : named;
        }
    }
}
