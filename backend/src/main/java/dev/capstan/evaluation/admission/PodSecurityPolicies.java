package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.Listing;
import dev.capstan.collection.admission.NamespaceFact;
import dev.capstan.collection.admission.PodSecurityPolicy;
import java.util.Comparator;
import java.util.List;

/**
 * PodSecurityPolicies, up to Kubernetes 1.24. A pod is let in when one of those suffices that it may use; who may use
 * which is not read, so the weakest counts.
 *
 * @see <a href="https://v1-24.docs.kubernetes.io/docs/concepts/security/pod-security-policy/">Pod Security Policies</a>
 */
record PodSecurityPolicies(AdmissionFacts facts, KubernetesVersion version) implements Guard {

    @Override
    public Found in(NamespaceFact namespace) {
        if (!version.hasPodSecurityPolicies()) {
            return new Found(List.of(), List.of());
        }
        String unread = facts.azure().unread();
        if (unread != null && mayExist(facts.podSecurityPolicies())) {
            return new Found(List.of(), List.of("Whether PodSecurityPolicies are heeded could not be read: " + unread));
        }
        boolean on = isOn(facts);
        if (facts.podSecurityPolicies() instanceof Listing.Unread<?>(String why) && on) {
            return new Found(List.of(), List.of("PodSecurityPolicies could not be read: " + why));
        }
        List<PodSecurityPolicy> policies = facts.podSecurityPolicies().known().stream()
                .sorted(Comparator.comparing(PodSecurityPolicy::name))
                .toList();
        return new Found(
                policies.isEmpty() ? List.of() : List.of(on ? protection(policies) : idle(policies)), List.of());
    }

    private static boolean mayExist(Listing<PodSecurityPolicy> policies) {
        return policies instanceof Listing.Unread<?> || !policies.known().isEmpty();
    }

    /** Whether the admission controller is on that heeds them. */
    static boolean isOn(AdmissionFacts facts) {
        return Boolean.TRUE.equals(facts.azure().podSecurityPolicy());
    }

    private static Protection protection(List<PodSecurityPolicy> policies) {
        AllowList weakest = policies.stream()
                .map(PodSecurityPolicies::list)
                .reduce(AllowList::or)
                .orElseThrow();
        String weakestCounts =
                "Who may use which of the %d PodSecurityPolicies is not read, so what any of them allows counts."
                        .formatted(policies.size());
        return new Protection(
                Mechanism.POD_SECURITY_POLICY,
                weakest.strength(),
                false,
                policies.stream().noneMatch(PodSecurityPolicy::privileged),
                objects(policies),
                policies.size() == 1 ? List.of(weakest.sentence()) : List.of(weakest.sentence(), weakestCounts));
    }

    private static Protection idle(List<PodSecurityPolicy> policies) {
        return new Protection(
                Mechanism.POD_SECURITY_POLICY,
                Strength.NONE,
                false,
                false,
                objects(policies),
                List.of("The PodSecurityPolicies do nothing: as far as Azure says, the admission controller that heeds"
                        + " them is off."));
    }

    /** What is added by default is let in, too: the policy itself writes it into the pod. */
    private static AllowList list(PodSecurityPolicy policy) {
        AllowList allowed = AllowList.of(policy.allowedCapabilities(), policy.requiredDropCapabilities());
        return allowed.or(AllowList.of(policy.defaultAddCapabilities(), policy.requiredDropCapabilities()));
    }

    private static List<String> objects(List<PodSecurityPolicy> policies) {
        return policies.stream()
                .map(policy -> "PodSecurityPolicy " + policy.name())
                .toList();
    }
}
