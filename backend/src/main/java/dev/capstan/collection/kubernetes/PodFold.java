package dev.capstan.collection.kubernetes;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Origin;
import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.pod.PodContainer;
import dev.capstan.collection.pod.PodContainers;
import dev.capstan.collection.pod.PodWire;
import dev.capstan.collection.pod.PodWire.OwnerReference;
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

    private record Found(Owner owner, PodContainer container, boolean injected) {}

    private record Resolved(
            WorkloadRef workload,
            ContainerKind kind,
            String name,
            String image,
            ContainerSettings settings,
            Origin origin) {}

    private final Nodes nodes;
    private final Map<Found, Integer> podsByContainer = new HashMap<>();
    private int pods;

    PodFold(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Takes in one pod. */
    void add(PodWire pod) {
        if (pod.metadata() == null || pod.spec() == null) {
            return;
        }
        pods++;
        Owner owner = Owner.of(pod.metadata());
        Injected injected = Injected.into(pod.metadata().annotations());
        PodContainers.each(
                pod.spec(),
                nodes.named(pod.spec().nodeName()),
                container ->
                        podsByContainer.merge(new Found(owner, container, injected.names(container)), 1, Integer::sum));
    }

    /** How many pods were taken in. */
    int pods() {
        return pods;
    }

    /** Every container found, its owner followed to the end of the chain. */
    List<ContainerFact> containers(Owners owners) {
        Map<Resolved, Integer> resolved = new HashMap<>();
        podsByContainer.forEach((found, count) -> resolved.merge(resolve(found, owners), count, Integer::sum));
        return resolved.entrySet().stream()
                .map(e -> new ContainerFact(
                        e.getKey().workload(),
                        e.getKey().kind(),
                        e.getKey().name(),
                        e.getKey().image(),
                        e.getKey().settings(),
                        e.getKey().origin(),
                        e.getValue()))
                .toList();
    }

    private static Resolved resolve(Found found, Owners owners) {
        PodContainer container = found.container();
        Owner owner = found.owner();
        return new Resolved(
                owners.workloadOf(owner),
                container.kind(),
                container.name(),
                container.image(),
                container.settings(),
                // A gateway of AKS's own Istio is injected as well, but into a pod that is no customer's.
                found.injected() && !PlatformNamespaces.contains(owner.namespace())
                        ? Origin.INJECTED
                        : Origin.of(
                                owner.namespace(),
                                owner.managedByAks() || owners.managedByAks(owner),
                                container.image()));
    }

    /** What a pod's controller reference names, or the pod itself where it has none. */
    record Owner(
            String namespace,
            String kind,
            String name,
            @Nullable String uid,
            boolean managedByAks) {

        static Owner of(PodWire.Metadata pod) {
            String namespace = Objects.requireNonNullElse(pod.namespace(), "");
            for (OwnerReference reference :
                    Objects.requireNonNullElse(pod.ownerReferences(), List.<OwnerReference>of())) {
                if (Boolean.TRUE.equals(reference.controller())
                        && reference.kind() != null
                        && reference.name() != null) {
                    return new Owner(
                            namespace, reference.kind(), reference.name(), reference.uid(), pod.managedByAks());
                }
            }
            return new Owner(
                    namespace, "Pod", Objects.requireNonNullElse(pod.name(), ""), pod.uid(), pod.managedByAks());
        }
    }
}
