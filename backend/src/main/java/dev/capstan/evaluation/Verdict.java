package dev.capstan.evaluation;

import java.util.List;

/** What a control says of a container. Absent facts are never read as a pass. */
public sealed interface Verdict {

    /** The control is met. */
    record Pass() implements Verdict {}

    /**
     * The control is not met.
     *
     * @param reasons at least one sentence each, which says what is wrong and what would make it pass
     */
    record Fail(List<String> reasons) implements Verdict {

        public Fail {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("A failing verdict names its reasons");
            }
        }
    }

    /** It cannot be told, because a fact is missing. */
    record NotAssessed(String missingFact) implements Verdict {}

    /** The control does not speak of such a container. */
    record NotApplicable(String why) implements Verdict {}
}
