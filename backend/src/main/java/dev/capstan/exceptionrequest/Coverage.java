package dev.capstan.exceptionrequest;

import dev.capstan.evaluation.Excess;
import dev.capstan.workload.FailingUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Judges what a content does for containers that fail: a function of the two, whoever asks and whenever. */
final class Coverage {

    private Coverage() {}

    /**
     * What it does for the container, if anything: nothing when the container is out of scope, fails under another control,
     * or has nothing of what is granted. Of a container that is being rolled out everything that runs must be in scope.
     */
    static Stream<Covered> of(Content content, FailingUnit unit) {
        if (!content.controls().contains(unit.control()) || !isInScope(content.scope(), unit)) {
            return Stream.empty();
        }
        Set<String> excess = new TreeSet<>();
        unit.running()
                .forEach(running -> excess.addAll(Excess.of(unit.control(), running.settings(), unit.criteria())));
        Set<String> left = content.grant().beyond(excess);
        return left.size() == excess.size() ? Stream.empty() : Stream.of(new Covered(unit, excess, left));
    }

    private static boolean isInScope(Scope scope, FailingUnit unit) {
        return unit.running().stream()
                .allMatch(running -> scope.covers(new Target(
                        unit.cluster(),
                        unit.clusterTags(),
                        unit.namespace(),
                        unit.workloadKind(),
                        unit.workloadName(),
                        unit.container(),
                        running.repository())));
    }
}
