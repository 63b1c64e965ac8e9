package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing about a container changed.
 *
 * @param until its end, which the stretch does not hold
 * @param variants what ran side by side, as during a rollout; at least one
 * @param judgements what was concluded of each, in their order
 * @param judging by what they were judged
 * @param changes what is other than in the stretch before; empty where it only continues after a gap
 */
public record Stretch(
        Instant from,
        Instant until,
        List<ContainerRange> variants,
        List<Judgement> judgements,
        Judging judging,
        Set<Change> changes) {

    public Stretch {
        variants = List.copyOf(variants);
        judgements = List.copyOf(judgements);
        changes = changes.isEmpty() ? EnumSet.noneOf(Change.class) : EnumSet.copyOf(changes);
    }

    /** The worst verdict of the variants; a container fails when any of them does. */
    public Verdict verdict(Control control) {
        return judgements.stream()
                .flatMap(judgement -> Optional.ofNullable(judgement.verdicts().get(control)).stream())
                .min(Comparator.comparing(Stretch::order))
                .orElseGet(() -> new Verdict.NotAssessed("The control was not judged then."));
    }

    /** The worst risk of the variants, or null where nothing fails. */
    public @Nullable Risk risk() {
        return judgements.stream()
                .flatMap(judgement -> Optional.ofNullable(judgement.risk()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    Stretch within(Instant start, Instant end) {
        boolean cut = from.isBefore(start);
        return new Stretch(
                cut ? start : from,
                until.isAfter(end) ? end : until,
                variants,
                judgements,
                judging,
                cut ? Set.of() : changes);
    }

    private static int order(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fail f -> 0;
            case Verdict.NotAssessed n -> 1;
            case Verdict.Pass p -> 2;
            case Verdict.NotApplicable n -> 3;
        };
    }
}
