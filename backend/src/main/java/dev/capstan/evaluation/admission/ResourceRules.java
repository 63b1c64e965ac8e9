package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.ResourceRule;
import java.util.List;

/** Which requests a webhook or an admission policy is asked about, as far as pods go. */
final class ResourceRules {

    private ResourceRules() {}

    /** Whether it is asked when pods are made; a star for every subresource stands for the pods themselves, too. */
    static boolean coverPods(List<ResourceRule> rules) {
        return cover(rules, "CREATE", List.of("*", "*/*", "pods", "pods/*"));
    }

    /** Whether it is asked when ephemeral containers are put into running pods. */
    static boolean coverEphemeralContainers(List<ResourceRule> rules) {
        return cover(rules, "UPDATE", List.of("*/*", "pods/*", "*/ephemeralcontainers", "pods/ephemeralcontainers"));
    }

    private static boolean cover(List<ResourceRule> rules, String operation, List<String> resources) {
        return rules.stream()
                .anyMatch(rule -> isOf(rule.operations(), operation)
                        && isOf(rule.apiGroups(), "")
                        && rule.resources().stream().anyMatch(resources::contains));
    }

    private static boolean isOf(List<String> names, String name) {
        return names.contains("*") || names.contains(name);
    }
}
