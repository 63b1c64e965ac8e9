package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.Constraint.Kinds;
import dev.capstan.collection.admission.Constraint.Match;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which pods a Gatekeeper constraint judges. */
final class ConstraintMatch {

    /** Lists in parameters that let certain containers through, in Gatekeeper's library and in Azure's policies. */
    private static final List<String> EXCEPTIONS =
            List.of("exemptImages", "excludedImages", "excludedContainers", "excludedInitContainers");

    private ConstraintMatch() {}

    /** Whether it may judge the namespace; its exceptions are another matter. */
    static boolean chooses(Match match, NamespaceFact namespace) {
        return (match.namespaces().isEmpty() || Wildcards.any(match.namespaces(), namespace.name()))
                && Selectors.chooses(match.namespaceSelector(), namespace.labels());
    }

    /** Whether it judges pods, or at least what makes them. */
    static boolean meansPods(Match match) {
        return coversPods(match)
                || match.kinds().stream()
                        .anyMatch(kinds -> kinds.kinds().stream().anyMatch(PodMakers.KINDS::contains));
    }

    /** Why some pods get around it; empty when it judges all. */
    static List<String> gaps(Constraint constraint) {
        String object = constraint.kind() + " " + constraint.name();
        List<String> gaps = new ArrayList<>();
        if (!coversPods(constraint.match())) {
            gaps.add("%s judges what makes pods, and not pods: one that is made by itself gets around it. It counts in"
                            .formatted(object)
                    + " full once spec.match.kinds holds Pod.");
        }
        if (!constraint.match().labelSelector().isEverything()) {
            gaps.add("%s judges only pods with certain labels (spec.match.labelSelector), which anyone who makes a pod"
                            .formatted(object)
                    + " can choose.");
        }
        if (constraint.match().narrowed()) {
            gaps.add("%s judges only some pods (by name, source or scope in spec.match).".formatted(object));
        }
        EXCEPTIONS.stream()
                .filter(field -> !ConstraintAnswers.names(constraint, field).isEmpty())
                .map(field -> "%s lets some containers through (spec.parameters.%s).".formatted(object, field))
                .forEach(gaps::add);
        return gaps;
    }

    private static boolean coversPods(Match match) {
        return match.kinds().isEmpty() || match.kinds().stream().anyMatch(ConstraintMatch::coversPods);
    }

    private static boolean coversPods(Kinds kinds) {
        return Stream.of("*", "").anyMatch(kinds.apiGroups()::contains)
                && Stream.of("*", "Pod").anyMatch(kinds.kinds()::contains);
    }
}
