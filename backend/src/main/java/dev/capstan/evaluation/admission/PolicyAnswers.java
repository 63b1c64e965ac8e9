package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What policies written in CEL do for a namespace's pods. Trying a policy out takes some milliseconds, so it is tried once
 * for all the namespaces that look alike to it.
 */
final class PolicyAnswers {

    /** Some ten seconds' worth: whoever may write policies must not be able to hold up the collector. */
    private static final int MOST_TRIALS = 400;

    private record Tried(Expressions expressions, NamespaceFact seen) {}

    private final Map<Tried, Answer> tried = new HashMap<>();

    /** What the policy does where it refuses; nothing where it is not asked, or does not speak of capabilities. */
    Optional<Effect> effect(AdmissionPolicy policy, String object, NamespaceFact namespace) {
        if (!ResourceRules.coverPods(policy.rules())
                || ResourceRules.coverPods(policy.excluded())
                || !Selectors.chooses(policy.namespaceSelector(), namespace.labels())) {
            return Optional.empty();
        }
        Expressions expressions = new Expressions(policy.variables(), policy.validations(), policy.failOpen());
        Answer answer = policy.parametrised()
                ? expressions.byText("its expressions take parameters from another object")
                : to(expressions, namespace);
        return Optional.of(new Effect(object, true, policy.failOpen(), answer))
                .filter(effect -> effect.answer().saysSomething())
                .map(effect -> effect.withGaps(gaps(policy, object)).withNotes(notes(policy, object)));
    }

    /** What the expressions demand of the namespace's pods. */
    Answer to(Expressions expressions, NamespaceFact namespace) {
        Tried key = new Tried(expressions, SeenNamespace.of(namespace, expressions.text()));
        Answer known = tried.get(key);
        if (known != null) {
            return known;
        }
        if (tried.size() >= MOST_TRIALS) {
            return expressions.byText("there is more to try out in this cluster than time for it");
        }
        Answer answer = Trial.of(expressions, namespace);
        tried.put(key, answer);
        return answer;
    }

    private static List<String> gaps(AdmissionPolicy policy, String object) {
        List<String> gaps = new ArrayList<>();
        if (!policy.objectSelector().isEverything()) {
            gaps.add(
                    "%s holds only for pods with certain labels (objectSelector), which anyone who makes a pod can choose."
                            .formatted(object));
        }
        if (policy.conditional()) {
            gaps.add("%s does not judge every pod (matchConditions or names in its rules).".formatted(object));
        }
        return gaps;
    }

    private static List<String> notes(AdmissionPolicy policy, String object) {
        List<String> notes = new ArrayList<>();
        if (policy.failOpen()) {
            notes.add("%s lets pods in that it cannot judge. This ends once its failurePolicy is Fail."
                    .formatted(object));
        }
        if (!ResourceRules.coverEphemeralContainers(policy.rules())) {
            notes.add("Ephemeral containers are not judged: the rules of %s do not cover UPDATE of".formatted(object)
                    + " pods/ephemeralcontainers.");
        }
        return notes;
    }
}
