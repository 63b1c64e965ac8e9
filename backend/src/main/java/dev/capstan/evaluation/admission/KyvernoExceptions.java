package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.Wildcards;
import java.util.List;

/**
 * Kyverno's PolicyExceptions.
 *
 * @see <a href="https://kyverno.io/docs/exceptions/">Exceptions</a>
 */
record KyvernoExceptions(Listing<KyvernoException> exceptions) {

    /** What a policy still does beside the exceptions that speak of it. */
    Effect letThrough(String policy, NamespaceFact namespace, Effect effect) {
        List<KyvernoException> speaking = exceptions.known().stream()
                .filter(exception -> Wildcards.any(exception.policies(), policy))
                .filter(exception ->
                        exception.match().stream().anyMatch(match -> KyvernoAnswers.choosesPods(match, namespace)))
                .toList();
        List<String> whole = named(speaking, false);
        if (!whole.isEmpty()) {
            return effect.undone("%s does not hold in this namespace: %s lets every pod through."
                    .formatted(effect.object(), Words.list(whole)));
        }
        List<String> some = named(speaking, true);
        return some.isEmpty()
                ? effect
                : effect.withGaps(List.of("%s lets some pods through that %s would refuse."
                        .formatted(Words.list(some), effect.object())));
    }

    /** What could not be read of them. */
    List<String> unread() {
        return exceptions instanceof Listing.Unread<?>(String why)
                ? List.of("Kyverno's PolicyExceptions could not be read: " + why)
                : List.of();
    }

    private static List<String> named(List<KyvernoException> exceptions, boolean conditional) {
        return exceptions.stream()
                .filter(exception -> exception.conditional() == conditional)
                .map(exception -> "PolicyException %s/%s".formatted(exception.namespace(), exception.name()))
                .toList();
    }
}
