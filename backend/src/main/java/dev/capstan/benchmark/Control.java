package dev.capstan.benchmark;

/** A control of the CIS benchmarks that Capstan judges every container under. */
public enum Control {
    /** Minimise containers with added capabilities (level 1): CIS AKS 1.0, 4.2.8. */
    ADDED("Added capabilities"),
    /** Minimise containers with capabilities assigned (level 2): CIS AKS 1.0, 4.2.9. */
    ASSIGNED("Assigned capabilities"),
    /** Minimise containers with the NET_RAW capability: CIS AKS 1.0, 4.2.7. */
    NET_RAW("NET_RAW"),
    /** Minimise privileged containers, which hold every capability whatever they add or drop: CIS AKS 1.0, 4.2.1. */
    PRIVILEGED("Privileged containers");

    private final String title;

    Control(String title) {
        this.title = title;
    }

    /** The control's short name for people. */
    public String title() {
        return title;
    }
}
