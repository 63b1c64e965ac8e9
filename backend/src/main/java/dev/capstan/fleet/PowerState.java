package dev.capstan.fleet;

/** Whether a cluster's machines are switched on, as ARM's {@code powerState.code} says. */
public enum PowerState {
    RUNNING,
    STOPPED
}
