package dev.capstan.benchmark;

/** A control of the CIS benchmarks that Capstan judges every container under. */
public enum Control {
    /** Minimise containers with added capabilities (level 1): CIS AKS 1.0, 4.2.8. */
    ADDED("Added capabilities"),
    /** Minimise containers with capabilities assigned (level 2): CIS AKS 1.0, 4.2.9. */
    ASSIGNED("Assigned capabilities");

    private final String title;

    Control(String title) {
        this.title = title;
    }

    /** The control's short name for people. */
    public String title() {
        return title;
    }
}
