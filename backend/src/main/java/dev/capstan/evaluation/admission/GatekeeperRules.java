package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.Constraint;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.Webhook;
import dev.capstan.evaluation.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gatekeeper's constraints, those that Azure Policy writes among them. They act through one webhook, from which
 * Gatekeeper's Config can except namespaces.
 *
 * @see <a href="https://open-policy-agent.github.io/gatekeeper/website/docs/howto">Constraints</a>
 */
final class GatekeeperRules implements Guard {

    private static final String WEBHOOK = "validation.gatekeeper.sh";

    private final AdmissionFacts facts;
    private final ConstraintAnswers answers;

    GatekeeperRules(AdmissionFacts facts) {
        this.facts = facts;
        this.answers = new ConstraintAnswers(facts.constraintTemplates().known());
    }

    @Override
    public Found in(NamespaceFact namespace) {
        Reach reach = reach(facts.webhooks(), namespace);
        List<Effect> azures = new ArrayList<>();
        List<Effect> others = new ArrayList<>();
        for (Constraint constraint : facts.constraints().known()) {
            effect(constraint, namespace).map(reach::through).ifPresent((isAzures(constraint) ? azures : others)::add);
        }
        List<Protection> protections = new ArrayList<>(Effects.together(Mechanism.AZURE_POLICY, azures));
        protections.addAll(Effects.together(Mechanism.GATEKEEPER, others));

        List<String> unreadSupport = new ArrayList<>(reach.unread());
        if (facts.gatekeeperExclusions() instanceof Listing.Unread<?>(String why)) {
            unreadSupport.add("Which namespaces Gatekeeper's Config leaves out could not be read: " + why);
        }
        return new Found(protections, unreadConstraints(reach)).withReserve(unreadSupport);
    }

    /** Whether Gatekeeper is asked about a namespace's pods. */
    static Reach reach(Listing<Webhook> webhooks, NamespaceFact namespace) {
        return Reach.of(webhooks, "Gatekeeper", webhook -> webhook.name().equals(WEBHOOK), namespace);
    }

    /** Whether Azure Policy wrote it. */
    static boolean isAzures(Constraint constraint) {
        return constraint.azureDefinition() != null || constraint.azureAssignment() != null;
    }

    private List<String> unreadConstraints(Reach reach) {
        return facts.constraints() instanceof Listing.Unread<?>(String why) && reach.couldSuffice()
                ? List.of("Gatekeeper's constraints could not be read: " + why)
                : List.of();
    }

    private Optional<Effect> effect(Constraint constraint, NamespaceFact namespace) {
        Constraint.Match match = constraint.match();
        Answer answer = answers.to(constraint);
        if (!answer.saysSomething()
                || !ConstraintMatch.meansPods(match)
                || !ConstraintMatch.chooses(match, namespace)) {
            return Optional.empty();
        }
        Effect effect = new Effect(object(constraint), true, false, answer);
        if (Wildcards.any(match.excludedNamespaces(), namespace.name())) {
            return Optional.of(effect.undone(
                    "%s leaves this namespace out (spec.match.excludedNamespaces).".formatted(effect.object())));
        }
        if (isExcluded(namespace)) {
            return Optional.of(
                    effect.undone("Gatekeeper's Config leaves this namespace out of its webhook (spec.match)."));
        }
        return Optional.of(
                constraint.enforcementActions().contains("deny")
                        ? effect.withGaps(ConstraintMatch.gaps(constraint))
                        : effect.recording(
                                "%s lets pods in: its spec.enforcementAction is not deny. It counts once it is."
                                        .formatted(effect.object())));
    }

    private boolean isExcluded(NamespaceFact namespace) {
        return facts.gatekeeperExclusions().known().stream()
                .anyMatch(exclusion -> exclusion.processes().stream()
                                .anyMatch(process -> process.equals("*") || process.equals("webhook"))
                        && Wildcards.any(exclusion.namespaces(), namespace.name()));
    }

    private static String object(Constraint constraint) {
        return constraint.kind() + " " + constraint.name();
    }
}
