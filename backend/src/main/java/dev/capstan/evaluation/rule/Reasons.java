package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Inert;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Words that several rules use when they say why. */
final class Reasons {

    static final Verdict NOT_ON_WINDOWS = new Verdict.NotApplicable("Windows containers have no Linux capabilities.");

    static final String PRIVILEGED = "It runs privileged, which gives it every capability whatever add and drop say."
            + " It passes without privileged: true.";

    private Reasons() {}

    /**
     * What is added and not permitted, each kind of thing with the way to put it right.
     *
     * @param mayBeAdded a clause that says what is permitted
     */
    static List<String> added(ContainerSettings settings, Predicate<CapabilityName> permits, String mayBeAdded) {
        List<CapabilityName> dropped = settings.droppedNames();
        List<CapabilityName> refused =
                settings.addedNames().stream().filter(permits.negate()).toList();
        List<String> reasons = new ArrayList<>();
        if (refused.contains(new All())) {
            reasons.add(
                    "It adds ALL, every capability there is, and %s. It passes once that is gone from capabilities.add."
                            .formatted(mayBeAdded));
        }
        reasons.addAll(each(
                refused,
                name -> name instanceof Known && !dropped.contains(name),
                "It adds %%s, and %s. It passes once that is gone from capabilities.add.".formatted(mayBeAdded)));
        reasons.addAll(each(
                refused,
                name -> name instanceof Known && dropped.contains(name),
                "It adds and drops %s at once, and the drop wins. It passes, and runs as before, once that is gone"
                        + " from capabilities.add."));
        reasons.addAll(each(
                refused,
                Inert.class::isInstance,
                "It adds %s, which grants nothing but is a declared addition all the same. It passes, and runs as"
                        + " before, once that is gone from capabilities.add."));
        return reasons;
    }

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

    /** What may be added, as a clause. */
    static String mayBeAdded(Set<Capability> allowed) {
        return allowed.isEmpty() ? "nothing may be added" : "only " + listed(allowed) + " may be added";
    }

    /** The capabilities as a list in words. */
    static String listed(Set<Capability> capabilities) {
        return enumerated(capabilities.stream().map(Capability::name).sorted().toList());
    }

    private static String enumerated(List<String> all) {
        int last = all.size() - 1;
        return last == 0 ? all.getFirst() : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
