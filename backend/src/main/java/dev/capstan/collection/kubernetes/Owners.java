package dev.capstan.collection.kubernetes;

import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.kubernetes.PodFold.Owner;
import dev.capstan.collection.kubernetes.PodWire.Metadata;
import dev.capstan.collection.kubernetes.PodWire.OwnerReference;
import java.util.HashMap;
import java.util.Map;

/**
 * What ReplicaSets and Jobs belong to. A chain is followed by uid and never by the form of a name.
 */
final class Owners {

    private final Map<String, OwnerReference> controllerByUid = new HashMap<>();

    /** Takes in a ReplicaSet or a Job. */
    void add(Metadata owned) {
        if (owned.uid() == null || owned.ownerReferences() == null) {
            return;
        }
        owned.ownerReferences().stream()
                .filter(reference -> Boolean.TRUE.equals(reference.controller()))
                .findFirst()
                .ifPresent(reference -> controllerByUid.put(owned.uid(), reference));
    }

    /** The workload at the end of the chain that begins with a pod's owner. */
    WorkloadRef workloadOf(Owner owner) {
        OwnerReference above = owner.uid() == null ? null : controllerByUid.get(owner.uid());
        return above == null || above.kind() == null || above.name() == null
                ? new WorkloadRef(owner.namespace(), owner.kind(), owner.name())
                : new WorkloadRef(owner.namespace(), above.kind(), above.name());
    }
}
