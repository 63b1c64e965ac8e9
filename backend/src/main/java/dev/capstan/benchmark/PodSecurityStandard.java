package dev.capstan.benchmark;

/** The Pod Security Standards of Kubernetes that limit what a container may add, the wider one first. */
public enum PodSecurityStandard {
    BASELINE,
    RESTRICTED
}
