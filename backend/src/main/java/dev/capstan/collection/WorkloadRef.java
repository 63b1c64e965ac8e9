package dev.capstan.collection;

/**
 * What a pod belongs to, at the end of its chain of owner references.
 *
 * @param namespace the namespace's name
 * @param kind the owner's kind as the API spells it, for example {@code Deployment}; {@code Pod} for a bare pod
 * @param name the owner's name
 */
public record WorkloadRef(String namespace, String kind, String name) {

    public WorkloadRef {
        kind = Kept.name(kind);
        name = Kept.name(name);
    }
}
