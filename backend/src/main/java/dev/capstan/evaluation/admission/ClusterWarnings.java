package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.Listing;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a cluster's admission as a whole. */
final class ClusterWarnings {

    private ClusterWarnings() {}

    static List<String> of(AdmissionFacts facts) {
        List<String> warnings = new ArrayList<>(unread(facts));
        if (Boolean.TRUE.equals(facts.azure().policyAddOn())
                && !(facts.constraints() instanceof Listing.Unread<?>)
                && facts.constraints().known().stream()
                        .noneMatch(constraint -> GatekeeperRules.isAzures(constraint)
                                && constraint.enforcementActions().contains("deny"))) {
            warnings.add("The Azure Policy add-on is on, but no policy of it denies: an assignment's effect is Audit"
                    + " unless it is set to Deny.");
        }
        if (KubernetesVersion.parse(facts.kubernetesVersion()).hasPodSecurityPolicies()
                && PodSecurityPolicies.isOn(facts)) {
            facts.podSecurityPolicies().known().stream()
                    .filter(policy -> !policy.defaultAddCapabilities().isEmpty())
                    .map(policy -> "PodSecurityPolicy %s writes %s into the containers that it lets in"
                                    .formatted(policy.name(), Words.list(policy.defaultAddCapabilities()))
                            + " (spec.defaultAddCapabilities).")
                    .sorted()
                    .forEach(warnings::add);
        }
        return warnings;
    }

    private static List<String> unread(AdmissionFacts facts) {
        KubernetesVersion version = KubernetesVersion.parse(facts.kubernetesVersion());
        List<String> unread = new ArrayList<>();
        note(unread, "Namespaces", facts.namespaces());
        String azure = facts.azure().unread();
        if (azure != null) {
            unread.add(
                    version.hasPodSecurityPolicies()
                            ? "Whether PodSecurityPolicies are heeded could not be read: " + azure
                            : Safeguards.unreadSentence(azure));
        }
        note(unread, "Gatekeeper's templates", facts.constraintTemplates());
        note(unread, "Gatekeeper's constraints", facts.constraints());
        note(unread, "Gatekeeper's Config", facts.gatekeeperExclusions());
        note(unread, "ValidatingWebhookConfigurations", facts.webhooks());
        if (version.hasAdmissionPolicies()) {
            note(unread, "ValidatingAdmissionPolicies", facts.admissionPolicies());
            note(unread, "ValidatingAdmissionPolicyBindings", facts.admissionPolicyBindings());
        }
        note(unread, "Kyverno's policies", facts.kyvernoPolicies());
        note(unread, "Kyverno's validating policies", facts.kyvernoValidatingPolicies());
        note(unread, "Kyverno's PolicyExceptions", facts.kyvernoExceptions());
        if (version.hasPodSecurityPolicies()) {
            note(unread, "PodSecurityPolicies", facts.podSecurityPolicies());
        }
        return unread;
    }

    private static void note(List<String> unread, String what, Listing<?> listing) {
        if (listing instanceof Listing.Unread<?>(String why)) {
            unread.add("%s could not be read: %s".formatted(what, why));
        }
    }
}
