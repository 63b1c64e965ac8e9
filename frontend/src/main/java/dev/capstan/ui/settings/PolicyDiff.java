package dev.capstan.ui.settings;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.ui.component.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How one policy differs from another, in words. */
final class PolicyDiff {

    private PolicyDiff() {}

    /** One line for each difference; none when both say the same. */
    static List<String> words(Policy before, Policy after) {
        List<String> words = new ArrayList<>();
        reading(before.fleet().reading(), after.fleet().reading()).ifPresent(change -> words.add("reading: " + change));
        allowed(before.fleet().allowed(), after.fleet().allowed()).ifPresent(change -> words.add("allowed: " + change));
        for (Capability capability : Capability.values()) {
            Risk was = before.fleet().risk(capability);
            Risk is = after.fleet().risk(capability);
            if (was != is) {
                words.add("risk of %s: %s → %s".formatted(capability, Words.risk(was), Words.risk(is)));
            }
        }
        words.addAll(overrides(before.overrides(), after.overrides()));
        return words;
    }

    /** Names in the order of the alphabet, or that there are none. */
    static String names(Collection<Capability> capabilities) {
        return capabilities.isEmpty()
                ? "None"
                : capabilities.stream().map(Capability::name).sorted().collect(Collectors.joining(", "));
    }

    private static Optional<String> reading(AddedReading before, AddedReading after) {
        return before == after ? Optional.empty() : Optional.of("%s → %s".formatted(word(before), word(after)));
    }

    private static Optional<String> allowed(Set<Capability> before, Set<Capability> after) {
        String change = Stream.concat(
                        after.stream().filter(c -> !before.contains(c)).sorted().map(c -> "+ " + c),
                        before.stream().filter(c -> !after.contains(c)).sorted().map(c -> "− " + c))
                .collect(Collectors.joining(", "));
        return change.isEmpty() ? Optional.empty() : Optional.of(change);
    }

    private static List<String> overrides(List<PolicyOverride> before, List<PolicyOverride> after) {
        List<PolicyOverride> gone = minus(before, after);
        List<PolicyOverride> come = minus(after, before);
        List<String> words = new ArrayList<>();
        for (PolicyOverride made : come) {
            Optional<PolicyOverride> former =
                    gone.stream().filter(o -> where(o).equals(where(made))).findFirst();
            former.ifPresent(gone::remove);
            words.add(former.map(was -> changed(was, made))
                    .orElseGet(() -> "override added for %s: %s".formatted(where(made), says(made))));
        }
        gone.forEach(was -> words.add("override removed for %s: %s".formatted(where(was), says(was))));
        if (!order(before, after).equals(order(after, before))) {
            words.add("overrides in another order");
        }
        return words;
    }

    private static String changed(PolicyOverride was, PolicyOverride is) {
        return "override changed for %s: ".formatted(where(is))
                + Stream.of(
                                reading(was.reading(), is.reading()),
                                allowed(was.allowed(), is.allowed()).map(change -> "allowed " + change))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "));
    }

    /** Where those that are in both stand. */
    private static List<String> order(List<PolicyOverride> these, List<PolicyOverride> those) {
        Set<String> places = those.stream().map(PolicyDiff::where).collect(Collectors.toSet());
        return these.stream()
                .map(PolicyDiff::where)
                .filter(places::contains)
                .distinct()
                .toList();
    }

    // As often as one list has more of it: the same override may stand in a list twice.
    private static List<PolicyOverride> minus(List<PolicyOverride> these, List<PolicyOverride> those) {
        List<PolicyOverride> left = new ArrayList<>(these);
        those.forEach(left::remove);
        return left;
    }

    private static String where(PolicyOverride override) {
        return override.clusters() + " / " + override.namespaces();
    }

    private static String says(PolicyOverride override) {
        return word(override.reading()) + ", allowed "
                + names(override.allowed()).replace("None", "nothing");
    }

    private static String word(AddedReading reading) {
        return switch (reading) {
            case STRICT -> "strict";
            case BEYOND_DEFAULT -> "beyond default";
        };
    }
}
