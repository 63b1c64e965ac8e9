package dev.capstan.workload;

import dev.capstan.evaluation.Policy;

/** What came of wanting another policy. */
public sealed interface PolicyChange {

    /** It holds now, and everything known is judged by it. */
    record Made(Policy policy) implements PolicyChange {}

    /** It says what the newest version says already. */
    record Unchanged() implements PolicyChange {}

    /** Somebody has made another version meanwhile. */
    record Outdated(PolicyVersion newest) implements PolicyChange {}

    /**
     * It cannot be recorded.
     *
     * @param part what is wrong with it
     * @param why a sentence for the person who asked
     */
    record Refused(Part part, String why) implements PolicyChange {}

    /** A part of a draft that can be wrong. */
    enum Part {
        NOTE,
        OVERRIDES
    }
}
