package dev.capstan.collection.kubernetes;

import dev.capstan.collection.Marks;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.kubernetes.PodFold.Owner;
import dev.capstan.collection.pod.PodWire.Metadata;
import dev.capstan.collection.pod.PodWire.OwnerReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What ReplicaSets and Jobs belong to, which owners AKS manages, and what is written on owners. A chain is followed by uid and never by the form of
 * a name.
 */
final class Owners {

    private final Map<String, OwnerReference> controllerByUid = new HashMap<>();
    private final Set<String> managedByAks = new HashSet<>();
    private final Map<String, Marks> marksByUid = new HashMap<>();

    /** Takes in anything that owns pods or their owners. */
    void add(Metadata owner) {
        if (owner.uid() == null) {
            return;
        }
        if (owner.managedByAks()) {
            managedByAks.add(owner.uid());
        }
        Marks marks = owner.marks();
        if (!marks.equals(Marks.NONE)) {
            marksByUid.put(owner.uid(), marks);
        }
        if (owner.ownerReferences() != null) {
            owner.ownerReferences().stream()
                    .filter(reference -> Boolean.TRUE.equals(reference.controller()))
                    .findFirst()
                    .ifPresent(reference -> controllerByUid.put(owner.uid(), reference));
        }
    }

    /** The workload at the end of the chain that begins with a pod's owner. */
    WorkloadRef workloadOf(Owner owner) {
        OwnerReference above = owner.uid() == null ? null : controllerByUid.get(owner.uid());
        return above == null || above.kind() == null || above.name() == null
                ? new WorkloadRef(owner.namespace(), owner.kind(), owner.name())
                : new WorkloadRef(owner.namespace(), above.kind(), above.name());
    }

    /** The labels and annotations of a pod's owner itself. */
    Marks marksOf(Owner owner) {
        return owner.uid() == null ? Marks.NONE : marksByUid.getOrDefault(owner.uid(), Marks.NONE);
    }

    /** Those of what the pod's owner belongs to. */
    Marks marksAbove(Owner owner) {
        OwnerReference above = owner.uid() == null ? null : controllerByUid.get(owner.uid());
        return above == null || above.uid() == null ? Marks.NONE : marksByUid.getOrDefault(above.uid(), Marks.NONE);
    }

    /** Whether AKS says that it manages anything in the chain that begins with a pod's owner. */
    boolean managedByAks(Owner owner) {
        if (owner.uid() == null) {
            return false;
        }
        OwnerReference above = controllerByUid.get(owner.uid());
        return managedByAks.contains(owner.uid())
                || above != null && above.uid() != null && managedByAks.contains(above.uid());
    }
}
