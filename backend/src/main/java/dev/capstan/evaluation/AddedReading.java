package dev.capstan.evaluation;

/** How to read the control on added capabilities, of which the benchmark's own text says two different things. */
public enum AddedReading {
    /** As the benchmark's audit: nothing may be added but what is allowed. */
    STRICT("Strict"),
    /** As the benchmark's description: what the container runtime gives by default may be added as well. */
    BEYOND_DEFAULT("Beyond default");

    private final String title;

    AddedReading(String title) {
        this.title = title;
    }

    /** Its short name for people. */
    public String title() {
        return title;
    }
}
