package dev.capstan.collection.kubernetes;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Marks;
import dev.capstan.collection.Origin;
import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.pod.PodContainer;
import dev.capstan.collection.pod.PodContainers;
import dev.capstan.collection.pod.PodWire;
import dev.capstan.collection.pod.PodWire.OwnerReference;
import java.util.Comparator;
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

    private record Marked(String created, String uid, Marks marks) {

        private static final Comparator<Marked> BY_AGE =
                Comparator.comparing(Marked::created).thenComparing(Marked::uid);

        static Marked of(PodWire.Metadata pod) {
            return new Marked(
                    Objects.requireNonNullElse(pod.creationTimestamp(), ""),
                    Objects.requireNonNullElse(pod.uid(), ""),
                    pod.marks());
        }

        Marked newer(Marked other) {
            return BY_AGE.compare(this, other) < 0 ? other : this;
        }
    }

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
    private final Map<Owner, Marked> newestByOwner = new HashMap<>();
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
        newestByOwner.merge(owner, Marked.of(pod.metadata()), Marked::newer);
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

    /**
     * The labels and annotations of every workload: its own, then those of the ReplicaSet or Job between, then those that
     * its pods have from their template. Pods differ during a rollout: the one made last is by the newest template.
     */
    Map<WorkloadRef, Marks> marks(Owners owners) {
        Map<WorkloadRef, Owner> newest = new HashMap<>();
        newestByOwner
                .keySet()
                .forEach(owner -> newest.merge(
                        owners.workloadOf(owner),
                        owner,
                        (one, other) -> marked(one).newer(marked(other)).equals(marked(one)) ? one : other));
        Map<WorkloadRef, Marks> marks = new HashMap<>();
        newest.forEach((workload, owner) -> marks.put(
                workload,
                owners.marksAbove(owner)
                        .orElse(owners.marksOf(owner))
                        .orElse(marked(owner).marks())));
        marks.values().removeIf(Marks.NONE::equals);
        return marks;
    }

    private Marked marked(Owner owner) {
        return Objects.requireNonNull(newestByOwner.get(owner));
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
