package dev.capstan.benchmark;

/** How much damage a capability can do when a container that holds it is taken over, lowest first. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
