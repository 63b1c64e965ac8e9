package dev.capstan.evaluation.admission;

/** How much of what a pod may add is stopped at admission, least first. */
public enum Strength {
    /** Nothing looks at capabilities. */
    NONE("Nothing"),
    /** Something looks at capabilities, and lets everything in: it warns or records. */
    AUDIT_ONLY("Audit only"),
    /** A list of some capabilities that may not be added, or a rule that some pods get around. */
    PARTIAL("Partial"),
    /** Only the runtime's 14 defaults may be added, NET_RAW among them, and nothing must be dropped. */
    DEFAULT_SET("Default set"),
    /** As the baseline Pod Security Standard: of the defaults, all but NET_RAW may be added. */
    BASELINE("Baseline"),
    /** As the restricted Pod Security Standard: ALL must be dropped and only NET_BIND_SERVICE may be added. */
    RESTRICTED("Restricted"),
    /** Nothing may be added. */
    BLOCKS_ALL_ADDS("Blocks every addition");

    private final String title;

    Strength(String title) {
        this.title = title;
    }

    /** Its short name for people. */
    public String title() {
        return title;
    }

    /** Whether it is enough for the control's prerequisite. */
    public boolean suffices() {
        return compareTo(BASELINE) >= 0;
    }
}
