package dev.capstan.check;

import dev.capstan.benchmark.Capability;
import dev.capstan.check.Manifest.Workload;
import dev.capstan.collection.pod.PodContainer;
import dev.capstan.evaluation.EffectiveSet;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One container with what is concluded of it.
 *
 * @param line where it begins, counted from 1
 * @param conclusions what follows from its settings
 * @param warnings sentences on what was passed over and on spellings that do nothing
 */
record Judged(Workload workload, int line, PodContainer container, Conclusions conclusions, List<String> warnings) {

    /**
     * What follows from settings alone, and is the same for all containers that have them.
     *
     * @param effective what a process that runs as root holds, in the order of the kernel's numbers
     * @param verdicts one for each chosen control, in order
     * @param warnings sentences on spellings that do nothing
     */
    record Conclusions(
            Set<Capability> effective,
            boolean declaredNotEffective,
            Map<CheckedControl, Verdict> verdicts,
            List<String> warnings) {

        boolean pass() {
            return failing().isEmpty();
        }

        /** The controls that it does not pass although they apply. What could not be told is no pass. */
        List<CheckedControl> failing() {
            return verdicts.entrySet().stream()
                    .filter(verdict -> switch (verdict.getValue()) {
                        case Verdict.Pass() -> false;
                        case Verdict.NotApplicable ignored -> false;
                        case Verdict.Fail ignored -> true;
                        case Verdict.NotAssessed ignored -> true;
                    })
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    static List<String> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> List.of();
            case Verdict.Fail(List<String> reasons) -> reasons;
            case Verdict.NotAssessed(String missingFact) -> List.of(missingFact);
            case Verdict.NotApplicable(String why) -> List.of(why);
        };
    }

    static String spelling(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass() -> "pass";
            case Verdict.Fail ignored -> "fail";
            case Verdict.NotAssessed ignored -> "not-assessed";
            case Verdict.NotApplicable ignored -> "not-applicable";
        };
    }

    String containerKind() {
        return switch (container.kind()) {
            case INIT -> "init";
            case SIDECAR -> "sidecar";
            case APP -> "app";
            case EPHEMERAL -> "ephemeral";
        };
    }

    /** What softens the effective set without changing a verdict. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (conclusions.declaredNotEffective()) {
            notes.add(
                    "Declared, not effective: it does not run as root and may not gain privileges, so the capabilities"
                            + " stay out of its process. The addition is judged all the same.");
        }
        if (Boolean.FALSE.equals(container.settings().hostUsers())) {
            notes.add("hostUsers is false: the capabilities hold only inside the pod's own user namespace. No verdict"
                    + " gives credit for that.");
        }
        return notes;
    }

    /** The effective set in words: none, all 41, the 14 defaults with what differs, or the names. */
    String effectiveInWords() {
        return conclusions.declaredNotEffective()
                ? setInWords() + "; declared, not effective (non-root)"
                : setInWords();
    }

    private String setInWords() {
        Set<Capability> effective = conclusions.effective();
        if (container.settings().windows()) {
            return "none (Windows has no Linux capabilities)";
        }
        if (effective.isEmpty()) {
            return "none";
        }
        EnumSet<Capability> missing = EnumSet.allOf(Capability.class);
        missing.removeAll(effective);
        if (missing.size() <= 3) {
            return "all " + Capability.values().length + (missing.isEmpty() ? "" : " - " + names(missing));
        }
        Set<Capability> defaults = EffectiveSet.defaults(container.settings().runtime());
        EnumSet<Capability> more = EnumSet.copyOf(effective);
        more.removeAll(defaults);
        EnumSet<Capability> less = EnumSet.copyOf(defaults);
        less.removeAll(effective);
        if (less.size() > 3) {
            return names(effective);
        }
        return defaults.size() + " defaults" + (more.isEmpty() ? "" : " + " + names(more))
                + (less.isEmpty() ? "" : " - " + names(less));
    }

    private static String names(Set<Capability> capabilities) {
        return String.join(
                " ", capabilities.stream().sorted().map(Capability::name).toList());
    }
}
