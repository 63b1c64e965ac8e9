package dev.capstan.collection.kubernetes;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.kubernetes.PodWire.ContainerWire;
import dev.capstan.collection.kubernetes.PodWire.OwnerReference;
import dev.capstan.collection.kubernetes.PodWire.PodSecurityContext;
import dev.capstan.collection.kubernetes.PodWire.SecurityContext;
import dev.capstan.collection.kubernetes.PodWire.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Folds pods into the containers of their workloads while they stream by, so that memory grows with the number of
 * different containers and not with the number of pods.
 */
final class PodFold {

    private record Container(Owner owner, ContainerKind kind, String name, String image, ContainerSettings settings) {}

    private record Resolved(
            WorkloadRef workload, ContainerKind kind, String name, String image, ContainerSettings settings) {}

    private final Map<Container, Integer> podsByContainer = new HashMap<>();
    private int pods;

    /** Takes in one pod. */
    void add(PodWire pod) {
        if (pod.metadata() == null || pod.spec() == null) {
            return;
        }
        pods++;
        Owner owner = Owner.of(pod.metadata());
        Spec spec = pod.spec();
        for (ContainerWire container : orEmpty(spec.initContainers())) {
            boolean sidecar = "Always".equals(container.restartPolicy());
            count(owner, sidecar ? ContainerKind.SIDECAR : ContainerKind.INIT, container, spec);
        }
        orEmpty(spec.containers()).forEach(container -> count(owner, ContainerKind.APP, container, spec));
        orEmpty(spec.ephemeralContainers())
                .forEach(container -> count(owner, ContainerKind.EPHEMERAL, container, spec));
    }

    /** How many pods were taken in. */
    int pods() {
        return pods;
    }

    /** Every container found, its owner followed to the end of the chain. */
    List<ContainerFact> containers(Owners owners) {
        Map<Resolved, Integer> resolved = new HashMap<>();
        podsByContainer.forEach((container, count) -> resolved.merge(
                new Resolved(
                        owners.workloadOf(container.owner()),
                        container.kind(),
                        container.name(),
                        container.image(),
                        container.settings()),
                count,
                Integer::sum));
        return resolved.entrySet().stream()
                .map(e -> new ContainerFact(
                        e.getKey().workload(),
                        e.getKey().kind(),
                        e.getKey().name(),
                        e.getKey().image(),
                        e.getKey().settings(),
                        e.getValue()))
                .toList();
    }

    private void count(Owner owner, ContainerKind kind, ContainerWire container, Spec spec) {
        podsByContainer.merge(
                new Container(
                        owner,
                        kind,
                        Objects.requireNonNullElse(container.name(), ""),
                        Objects.requireNonNullElse(container.image(), ""),
                        settings(container.securityContext(), spec)),
                1,
                Integer::sum);
    }

    private static ContainerSettings settings(@Nullable SecurityContext own, Spec spec) {
        SecurityContext context = own != null ? own : new SecurityContext(null, null, null, null, null);
        PodSecurityContext pod =
                spec.securityContext() != null ? spec.securityContext() : new PodSecurityContext(null, null);
        PodWire.Capabilities capabilities = context.capabilities();
        return new ContainerSettings(
                spec.os() != null && "windows".equals(spec.os().name()),
                Boolean.TRUE.equals(context.privileged()),
                capabilities == null ? List.of() : orEmpty(capabilities.add()),
                capabilities == null ? List.of() : orEmpty(capabilities.drop()),
                context.runAsUser() != null ? context.runAsUser() : pod.runAsUser(),
                context.runAsNonRoot() != null ? context.runAsNonRoot() : pod.runAsNonRoot(),
                context.allowPrivilegeEscalation(),
                spec.hostUsers());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** What a pod's controller reference names, or the pod itself where it has none. */
    record Owner(
            String namespace,
            String kind,
            String name,
            @Nullable String uid) {

        static Owner of(PodWire.Metadata pod) {
            String namespace = Objects.requireNonNullElse(pod.namespace(), "");
            for (OwnerReference reference : orEmpty(pod.ownerReferences())) {
                if (Boolean.TRUE.equals(reference.controller())
                        && reference.kind() != null
                        && reference.name() != null) {
                    return new Owner(namespace, reference.kind(), reference.name(), reference.uid());
                }
            }
            return new Owner(namespace, "Pod", Objects.requireNonNullElse(pod.name(), ""), pod.uid());
        }
    }
}
