package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Node;
import dev.capstan.simulator.world.Owned;
import dev.capstan.simulator.world.Pod;
import java.time.Instant;
import java.util.LinkedHashMap;
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
        return object("kind", "PartialObjectMetadata")
                .with("apiVersion", "meta.k8s.io/v1")
                .with("metadata", full.get("metadata"));
    }

    static Map<String, Object> namespace(Namespace namespace, Instant t) {
        Map<String, String> labels = new TreeMap<>(namespace.labelsAt(t));
        labels.put("kubernetes.io/metadata.name", namespace.name());
        return object(
                        "metadata",
                        object("name", namespace.name())
                                .with(
                                        "uid",
                                        UUID.nameUUIDFromBytes(namespace.name().getBytes(UTF_8))
                                                .toString())
                                .with("resourceVersion", "243")
                                .with("labels", labels))
                .with("spec", object("finalizers", List.of("kubernetes")))
                .with("status", object("phase", "Active"));
    }

    static Map<String, Object> node(Node node, String version) {
        String os = node.windows() ? "windows" : "linux";
        return object(
                        "metadata",
                        object("name", node.name())
                                .with("resourceVersion", "243")
                                .with(
                                        "labels",
                                        object(
                                                        "kubernetes.azure.com/agentpool",
                                                        node.pool().name())
                                                .with(
                                                        "kubernetes.azure.com/mode",
                                                        node.pool().system() ? "system" : "user")
                                                .with("kubernetes.io/arch", "amd64")
                                                .with("kubernetes.io/hostname", node.name())
                                                .with("kubernetes.io/os", os)
                                                .with(
                                                        "node.kubernetes.io/instance-type",
                                                        node.pool().vmSize())))
                .with("spec", object("providerID", "azure:///" + node.name()))
                .with(
                        "status",
                        object(
                                        "addresses",
                                        List.of(
                                                object("type", "InternalIP").with("address", node.address()),
                                                object("type", "Hostname").with("address", node.name())))
                                .with(
                                        "conditions",
                                        List.of(object("type", "Ready")
                                                .with("status", "True")
                                                .with("reason", "KubeletReady")
                                                .with("message", "kubelet is posting ready status")))
                                .with(
                                        "nodeInfo",
                                        object("architecture", "amd64")
                                                .with(
                                                        "containerRuntimeVersion",
                                                        node.pool().runtime())
                                                .with(
                                                        "kernelVersion",
                                                        node.windows() ? "10.0.20348.3807" : "6.6.92.2-2.azl3")
                                                .with("kubeletVersion", "v" + version)
                                                .with("kubeProxyVersion", "v" + version)
                                                .with("operatingSystem", os)
                                                .with(
                                                        "osImage",
                                                        node.windows()
                                                                ? "Windows Server 2022 Datacenter"
                                                                : "Microsoft Azure Linux 3.0")));
    }

    /** An admission object; the status that Gatekeeper's audit rewrites all the time says when it last did. */
    static Map<String, Object> admission(Map<String, Object> object, Instant t) {
        if (!(object.get("status") instanceof Map<?, ?> status) || !status.containsKey("totalViolations")) {
            return object;
        }
        Map<Object, Object> audited = new LinkedHashMap<>(status);
        audited.put("auditTimestamp", t.truncatedTo(MINUTES).toString());
        Map<String, Object> fresh = new LinkedHashMap<>(object);
        fresh.put("status", audited);
        return fresh;
    }

    static Map<String, Object> owned(Owned owned) {
        return object(
                        "metadata",
                        object("name", owned.name())
                                .with("namespace", owned.namespace())
                                .with("uid", owned.uid())
                                .with(
                                        "resourceVersion",
                                        Long.toString(owned.created().getEpochSecond() - 1_600_000_000L))
                                .with("generation", 1)
                                .with(
                                        "creationTimestamp",
                                        owned.created().truncatedTo(SECONDS).toString())
                                .with("labels", owned.labels())
                                .with("ownerReferences", owners(owned.owner())))
                .with("spec", object("replicas", owned.replicas()))
                .with("status", object("replicas", owned.replicas()));
    }

    static Map<String, Object> metadata(Pod pod) {
        return object("name", pod.name())
                .with("namespace", pod.namespace())
                .with("uid", pod.uid())
                .with("creationTimestamp", pod.created().truncatedTo(SECONDS).toString())
                .with("labels", pod.shape().workload().labels())
                .with("annotations", annotations(pod.shape()))
                .with("ownerReferences", owners(pod.owner()));
    }

    /** A pod's annotations, null where it has none. */
    static @Nullable Map<String, String> annotations(Pod.Shape shape) {
        Map<String, String> annotations = shape.revision().template().annotations();
        return annotations.isEmpty() ? null : new TreeMap<>(annotations);
    }

    private static @Nullable List<Object> owners(Owned.@Nullable Owner owner) {
        return owner == null
                ? null
                : List.of(object("apiVersion", owner.apiVersion())
                        .with("kind", owner.kind())
                        .with("name", owner.name())
                        .with("uid", owner.uid())
                        .with("controller", true)
                        .with("blockOwnerDeletion", true));
    }
}
