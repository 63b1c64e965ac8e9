package dev.capstan.collection.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.pod.NodeFact;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cluster's nodes, which tell what starts a pod's containers. */
final class Nodes {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record NodeWire(@Nullable Metadata metadata, @Nullable Status status) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Metadata(@Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(@Nullable Info nodeInfo) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Info(
            @Nullable String containerRuntimeVersion,
            @Nullable String operatingSystem) {}

    private final Map<String, NodeFact> byName = new HashMap<>();

    /** Takes in one node. */
    void add(NodeWire node) {
        if (node.metadata() == null || node.metadata().name() == null || node.status() == null) {
            return;
        }
        Info info = node.status().nodeInfo();
        if (info != null) {
            String runtime = info.containerRuntimeVersion();
            byName.put(
                    node.metadata().name(),
                    new NodeFact(
                            runtime == null ? NodeFact.UNKNOWN.runtime() : ContainerRuntime.of(runtime),
                            "windows".equals(info.operatingSystem())));
        }
    }

    /** The node of that name, or an unknown one where the pod is not placed or the node was not read. */
    NodeFact named(@Nullable String name) {
        return name == null ? NodeFact.UNKNOWN : byName.getOrDefault(name, NodeFact.UNKNOWN);
    }
}
