package dev.capstan.evaluation.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Several objects of one mechanism, taken together: a pod has to satisfy all that refuse, so what it may add is what all
 * of them allow.
 */
final class Effects {

    private static final Comparator<Effect> IN_ORDER = Comparator.comparing(Effect::object)
            .thenComparing(effect -> String.join(" ", effect.answer().reasons()));

    private Effects() {}

    /** Up to three protections: what always holds, what holds while it can be asked, and what only warns or records. */
    static List<Protection> together(Mechanism mechanism, List<Effect> effects) {
        List<Protection> protections = new ArrayList<>();
        for (boolean open : List.of(false, true)) {
            List<Effect> alike = of(effects, effect -> effect.enforced() && effect.failsOpen() == open);
            if (!alike.isEmpty()) {
                protections.add(protection(mechanism, strength(alike), open, alike));
            }
        }
        List<Effect> audited = of(
                effects,
                effect -> !effect.enforced() && effect.answer().demand().strength() != Strength.NONE);
        if (!audited.isEmpty()) {
            protections.add(protection(mechanism, Strength.AUDIT_ONLY, false, audited));
        }
        return protections;
    }

    private static List<Effect> of(List<Effect> effects, Predicate<Effect> which) {
        return effects.stream()
                .filter(effect -> effect.answer().saysSomething())
                .filter(which)
                .sorted(IN_ORDER)
                .toList();
    }

    private static Strength strength(List<Effect> effects) {
        Strength byLists =
                lists(effects).reduce(AllowList::and).map(AllowList::strength).orElse(Strength.NONE);
        boolean some = effects.stream().anyMatch(effect -> effect.answer().demand() instanceof Demand.Some);
        return some && byLists == Strength.NONE ? Strength.PARTIAL : byLists;
    }

    private static Protection protection(Mechanism mechanism, Strength strength, boolean open, List<Effect> effects) {
        Stream<String> what = strength == Strength.AUDIT_ONLY
                ? Stream.of()
                : lists(effects).reduce(AllowList::and).map(AllowList::sentence).stream();
        return new Protection(
                mechanism,
                strength,
                open,
                strength != Strength.AUDIT_ONLY
                        && effects.stream().anyMatch(effect -> effect.answer().stopsPrivileged()),
                effects.stream().map(Effect::object).distinct().toList(),
                Stream.concat(what, effects.stream().flatMap(effect -> effect.answer().reasons().stream()))
                        .distinct()
                        .toList());
    }

    private static Stream<AllowList> lists(List<Effect> effects) {
        return effects.stream()
                .map(effect -> effect.answer().demand())
                .filter(Demand.Allows.class::isInstance)
                .map(Demand.Allows.class::cast)
                .map(Demand.Allows::list);
    }
}
