package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.evaluation.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Words that several rules use when they say why. */
final class Reasons {

    static final Verdict NOT_ON_WINDOWS = new Verdict.NotApplicable("Windows containers have no Linux capabilities.");

    static final String PRIVILEGED = "It runs privileged, which gives it every capability whatever add and drop say."
            + " It passes without privileged: true.";

    private Reasons() {}

    static Verdict verdict(List<String> reasons) {
        return reasons.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(reasons);
    }

    /** One reason for all the names that the test picks, or none when it picks none. */
    static List<String> each(List<CapabilityName> names, Predicate<CapabilityName> which, String sentence) {
        List<String> picked = names.stream()
                .filter(which)
                .map(CapabilityName::written)
                .sorted()
                .toList();
        return picked.isEmpty() ? List.of() : List.of(sentence.formatted(enumerated(picked)));
    }

    /** The allowed capabilities as a list in words; "nothing" when there are none. */
    static String allowed(Set<Capability> allowed) {
        return allowed.isEmpty()
                ? "nothing"
                : enumerated(allowed.stream().map(Capability::name).sorted().toList());
    }

    private static String enumerated(List<String> all) {
        int last = all.size() - 1;
        return last == 0 ? all.getFirst() : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
