package dev.capstan.ownership;

/** What came of wanting other rules. */
public sealed interface OwnerRulesChange {

    /**
     * They hold now, and every workload was asked again.
     *
     * @param changed how many of the workloads that run have another owner, or one or none where it was otherwise
     */
    record Made(OwnerRulesVersion version, long changed) implements OwnerRulesChange {}

    /** They say what the newest version says already. */
    record Unchanged() implements OwnerRulesChange {}

    /** Somebody has made another version meanwhile. */
    record Outdated(OwnerRulesVersion newest) implements OwnerRulesChange {}

    /**
     * They cannot be recorded.
     *
     * @param part what is wrong with them
     * @param why a sentence for the person who asked
     */
    record Refused(Part part, String why) implements OwnerRulesChange {}

    /** A part of a draft that can be wrong. */
    enum Part {
        NOTE,
        RULES
    }
}
