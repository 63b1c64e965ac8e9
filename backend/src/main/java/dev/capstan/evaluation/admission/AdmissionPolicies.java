package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kubernetes' own ValidatingAdmissionPolicies. One acts where a binding of it denies; it runs within the API server, so
 * it fails open only in so far as its own errors may be ignored.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/">Validating
 *     admission policy</a>
 */
final class AdmissionPolicies implements Guard {

    private final AdmissionFacts facts;
    private final KubernetesVersion version;
    private final PolicyAnswers answers;

    AdmissionPolicies(AdmissionFacts facts, KubernetesVersion version, PolicyAnswers answers) {
        this.facts = facts;
        this.version = version;
        this.answers = answers;
    }

    @Override
    public Found in(NamespaceFact namespace) {
        if (!version.hasAdmissionPolicies()) {
            return new Found(List.of(), List.of());
        }
        return switch (facts.admissionPolicyBindings()) {
            case Listing.Unread<AdmissionPolicyBinding>(String why) ->
                new Found(bound(namespace, List.of()), unreadPolicies())
                        .withReserve(List.of("ValidatingAdmissionPolicyBindings could not be read: " + why));
            case Listing.Read<AdmissionPolicyBinding>(List<AdmissionPolicyBinding> bindings) ->
                new Found(
                        bound(namespace, bindings),
                        bindings.stream().anyMatch(binding -> denies(binding) && chooses(binding, namespace))
                                ? unreadPolicies()
                                : List.of());
            case Listing.Absent<AdmissionPolicyBinding>() -> new Found(List.of(), List.of());
        };
    }

    private List<String> unreadPolicies() {
        return facts.admissionPolicies() instanceof Listing.Unread<?>(String why)
                ? List.of("ValidatingAdmissionPolicies could not be read: " + why)
                : List.of();
    }

    /** With the bindings unread, every policy is taken as bound to everything, for what could be. */
    private List<Protection> bound(NamespaceFact namespace, List<AdmissionPolicyBinding> bindings) {
        boolean unread = facts.admissionPolicyBindings() instanceof Listing.Unread<?>;
        List<Effect> effects = new ArrayList<>();
        for (AdmissionPolicy policy : facts.admissionPolicies().known()) {
            String object = "ValidatingAdmissionPolicy " + policy.name();
            Optional<Effect> effect = answers.effect(policy, object, namespace);
            if (unread) {
                effect.ifPresent(effects::add);
            }
            bindings.stream()
                    .filter(binding -> binding.policy().equals(policy.name()) && chooses(binding, namespace))
                    .flatMap(binding -> effect.map(found -> through(binding, found)).stream())
                    .forEach(effects::add);
        }
        return Effects.together(Mechanism.VALIDATING_ADMISSION_POLICY, effects);
    }

    private static Effect through(AdmissionPolicyBinding binding, Effect effect) {
        if (!denies(binding)) {
            return effect.recording(
                    "ValidatingAdmissionPolicyBinding %s lets pods in: its spec.validationActions hold no Deny."
                                    .formatted(binding.name())
                            + " It counts once they do.");
        }
        return binding.objectSelector().isEverything()
                ? effect
                : effect.withGaps(List.of(
                        "ValidatingAdmissionPolicyBinding %s holds only for pods with certain labels (objectSelector), which"
                                        .formatted(binding.name())
                                + " anyone who makes a pod can choose."));
    }

    private static boolean denies(AdmissionPolicyBinding binding) {
        return binding.actions().contains("Deny");
    }

    private static boolean chooses(AdmissionPolicyBinding binding, NamespaceFact namespace) {
        return (binding.rules().isEmpty() || ResourceRules.coverPods(binding.rules()))
                && Selectors.chooses(binding.namespaceSelector(), namespace.labels());
    }
}
