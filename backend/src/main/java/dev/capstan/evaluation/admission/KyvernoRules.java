package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.KyvernoPolicy.Rule;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.evaluation.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kyverno's policies, those in CEL among them. They act through Kyverno's webhooks, and PolicyExceptions let pods
 * through.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/cluster-policy/validate/">Validate rules</a>
 */
final class KyvernoRules implements Guard {

    private static final String WEBHOOK = "validate.kyverno.svc";

    private final AdmissionFacts facts;
    private final PolicyAnswers answers;
    private final KyvernoExceptions exceptions;

    KyvernoRules(AdmissionFacts facts, PolicyAnswers answers) {
        this.facts = facts;
        this.answers = answers;
        this.exceptions = new KyvernoExceptions(facts.kyvernoExceptions());
    }

    @Override
    public Found in(NamespaceFact namespace) {
        Reach reach =
                Reach.of(facts.webhooks(), "Kyverno", webhook -> webhook.name().contains(WEBHOOK), namespace);
        List<Effect> effects = Stream.concat(
                        facts.kyvernoPolicies().known().stream()
                                .flatMap(policy -> policy.rules().stream()
                                        .flatMap(rule -> effect(policy, rule, namespace).stream())),
                        facts.kyvernoValidatingPolicies().known().stream()
                                .flatMap(policy -> effect(policy, namespace).stream()))
                .map(reach::through)
                .toList();
        List<String> unreadSupport = new ArrayList<>(reach.unread());
        unreadSupport.addAll(exceptions.unread());
        return new Found(Effects.together(Mechanism.KYVERNO, effects), unreadPolicies(reach))
                .withReserve(unreadSupport);
    }

    private List<String> unreadPolicies(Reach reach) {
        List<String> unread = new ArrayList<>();
        if (facts.kyvernoPolicies() instanceof Listing.Unread<?>(String why)) {
            unread.add("Kyverno's policies could not be read: " + why);
        }
        if (facts.kyvernoValidatingPolicies() instanceof Listing.Unread<?>(String why)) {
            unread.add("Kyverno's validating policies could not be read: " + why);
        }
        return reach.couldSuffice() ? unread : List.of();
    }

    private Optional<Effect> effect(AdmissionPolicy policy, NamespaceFact namespace) {
        String object = "ValidatingPolicy " + policy.name();
        return answers.effect(policy, object, namespace)
                .map(effect -> policy.actions().stream().anyMatch("Deny"::equalsIgnoreCase)
                        ? exceptions.letThrough(policy.name(), namespace, effect)
                        : effect.recording(
                                "%s lets pods in: its spec.validationActions hold no Deny. It counts once they do."
                                        .formatted(object)));
    }

    private Optional<Effect> effect(KyvernoPolicy policy, Rule rule, NamespaceFact namespace) {
        if (policy.namespace() != null && !policy.namespace().equals(namespace.name())) {
            return Optional.empty();
        }
        KyvernoAnswers.Choice choice = KyvernoAnswers.choice(rule, namespace);
        Answer answer = KyvernoAnswers.to(rule, namespace, answers);
        if (choice == KyvernoAnswers.Choice.OTHERS || !answer.saysSomething()) {
            return Optional.empty();
        }
        Effect effect = new Effect(object(policy), true, policy.failOpen(), answer);
        if (!enforces(policy, rule, namespace)) {
            return Optional.of(effect.recording(
                    "Rule %s of %s lets pods in: its failureAction is Audit. It counts once it is Enforce."
                            .formatted(rule.name(), object(policy))));
        }
        if (rule.exclude().stream().anyMatch(left -> KyvernoAnswers.choosesPods(left, namespace))) {
            return Optional.of(effect.undone(
                    "Rule %s of %s leaves this namespace out (exclude).".formatted(rule.name(), object(policy))));
        }
        String name = policy.namespace() == null ? policy.name() : policy.namespace() + "/" + policy.name();
        return Optional.of(exceptions.letThrough(
                name, namespace, effect.withGaps(gaps(policy, rule, choice)).withNotes(notes(policy))));
    }

    private static boolean enforces(KyvernoPolicy policy, Rule rule, NamespaceFact namespace) {
        String otherwise = Optional.ofNullable(rule.action())
                .or(() -> Optional.ofNullable(policy.action()))
                .orElse("Audit");
        return policy.overrides().stream()
                .filter(override ->
                        override.namespaces().isEmpty() || Wildcards.any(override.namespaces(), namespace.name()))
                .filter(override -> Selectors.chooses(override.namespaceSelector(), namespace.labels()))
                .map(KyvernoPolicy.Override::action)
                .findFirst()
                .orElse(otherwise)
                .equalsIgnoreCase("Enforce");
    }

    private static List<String> gaps(KyvernoPolicy policy, Rule rule, KyvernoAnswers.Choice choice) {
        List<String> gaps = new ArrayList<>();
        if (choice == KyvernoAnswers.Choice.MAKERS) {
            gaps.add("Rule %s of %s judges what makes pods, and not pods: one that is made by itself gets around it. It"
                            .formatted(rule.name(), object(policy))
                    + " counts in full once match holds the kind Pod.");
        }
        if (rule.conditional()) {
            gaps.add("Rule %s of %s does not judge every pod (match, exclude or preconditions)."
                    .formatted(rule.name(), object(policy)));
        }
        return gaps;
    }

    private static List<String> notes(KyvernoPolicy policy) {
        return policy.failOpen()
                ? List.of("While Kyverno does not answer, pods get around %s. This ends once its failurePolicy is Fail."
                        .formatted(object(policy)))
                : List.of();
    }

    private static String object(KyvernoPolicy policy) {
        return policy.namespace() == null
                ? "ClusterPolicy " + policy.name()
                : "Policy %s/%s".formatted(policy.namespace(), policy.name());
    }
}
