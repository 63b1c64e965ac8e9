package dev.capstan.collection;

/** The four kinds of container that a pod can hold; each has capabilities of its own. */
public enum ContainerKind {
    /** Runs to its end before the pod's other containers start. */
    INIT,
    /** An init container with {@code restartPolicy: Always} (KEP-753): runs beside the others. */
    SIDECAR,
    /** An entry of {@code spec.containers}. */
    APP,
    /** Added to a running pod for debugging (KEP-277). */
    EPHEMERAL
}
