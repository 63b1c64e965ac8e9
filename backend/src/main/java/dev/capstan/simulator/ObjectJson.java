package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Node;
import dev.capstan.simulator.world.Owned;
import dev.capstan.simulator.world.Pod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything but pods in the form of the Kubernetes API. */
final class ObjectJson {
    private ObjectJson() {}

    /** An object's metadata alone, as a PartialObjectMetadataList holds it. */
    static Map<String, Object> partial(Map<String, Object> full) {
        return object(
                "kind", "PartialObjectMetadata", "apiVersion", "meta.k8s.io/v1", "metadata", full.get("metadata"));
    }

    static Map<String, Object> namespace(Namespace namespace) {
        Map<String, String> labels = new TreeMap<>(namespace.labels());
        labels.put("kubernetes.io/metadata.name", namespace.name());
        return object(
                "metadata",
                        object(
                                "name",
                                namespace.name(),
                                "uid",
                                UUID.nameUUIDFromBytes(namespace.name().getBytes(UTF_8))
                                        .toString(),
                                "resourceVersion",
                                "243",
                                "labels",
                                labels),
                "spec", object("finalizers", List.of("kubernetes")),
                "status", object("phase", "Active"));
    }

    static Map<String, Object> node(Node node, String version) {
        String os = node.windows() ? "windows" : "linux";
        return object(
                "metadata",
                        object(
                                "name", node.name(),
                                "resourceVersion", "243",
                                "labels",
                                        object(
                                                "kubernetes.azure.com/agentpool",
                                                node.pool().name(),
                                                "kubernetes.azure.com/mode",
                                                node.pool().system() ? "system" : "user",
                                                "kubernetes.io/arch",
                                                "amd64",
                                                "kubernetes.io/hostname",
                                                node.name(),
                                                "kubernetes.io/os",
                                                os,
                                                "node.kubernetes.io/instance-type",
                                                node.pool().vmSize())),
                "spec", object("providerID", "azure:///" + node.name()),
                "status",
                        object(
                                "addresses",
                                        List.of(
                                                object("type", "InternalIP", "address", node.address()),
                                                object("type", "Hostname", "address", node.name())),
                                "conditions",
                                        List.of(object(
                                                "type", "Ready",
                                                "status", "True",
                                                "reason", "KubeletReady",
                                                "message", "kubelet is posting ready status")),
                                "nodeInfo",
                                        object(
                                                "architecture",
                                                "amd64",
                                                "containerRuntimeVersion",
                                                node.windows() ? "containerd://1.7.20+azure" : "containerd://1.7.27-1",
                                                "kernelVersion",
                                                node.windows() ? "10.0.20348.3807" : "6.6.92.2-2.azl3",
                                                "kubeletVersion",
                                                "v" + version,
                                                "kubeProxyVersion",
                                                "v" + version,
                                                "operatingSystem",
                                                os,
                                                "osImage",
                                                node.windows()
                                                        ? "Windows Server 2022 Datacenter"
                                                        : "Microsoft Azure Linux 3.0")));
    }

    static Map<String, Object> owned(Owned owned) {
        return object(
                "metadata",
                        object(
                                "name", owned.name(),
                                "namespace", owned.namespace(),
                                "uid", owned.uid(),
                                "resourceVersion", Long.toString(owned.created().getEpochSecond() - 1_600_000_000L),
                                "generation", 1,
                                "creationTimestamp",
                                        owned.created().truncatedTo(SECONDS).toString(),
                                "labels", owned.labels(),
                                "ownerReferences", owners(owned.owner())),
                "spec", object("replicas", owned.replicas()),
                "status", object("replicas", owned.replicas()));
    }

    static Map<String, Object> metadata(Pod pod) {
        return object(
                "name", pod.name(),
                "namespace", pod.namespace(),
                "uid", pod.uid(),
                "creationTimestamp", pod.created().truncatedTo(SECONDS).toString(),
                "labels", pod.shape().workload().labels(),
                "ownerReferences", owners(pod.owner()));
    }

    private static @Nullable List<Object> owners(Owned.@Nullable Owner owner) {
        return owner == null
                ? null
                : List.of(object(
                        "apiVersion", owner.apiVersion(),
                        "kind", owner.kind(),
                        "name", owner.name(),
                        "uid", owner.uid(),
                        "controller", true,
                        "blockOwnerDeletion", true));
    }
}
