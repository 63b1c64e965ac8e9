package dev.capstan.ownership;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rules in their order: the first that finds somebody holds.
 *
 * @param rules the rules, the strongest first
 */
public record OwnerRules(List<OwnerRule> rules) {

    /**
     * What holds until somebody says otherwise: the nearer to the workload, the stronger. Neither the tool that made it
     * (app.kubernetes.io/managed-by) nor what it is a part of says whose it is, and the owner that a cluster is tagged with
     * runs the cluster, not what is in it.
     *
     * @see <a href="https://ambassadorlabs.github.io/k8s-for-humans/">a8r.io/owner, annotations for humans</a>
     */
    public static final OwnerRules USUAL = new OwnerRules(List.of(
            OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "owner"),
            OwnerRule.of(OwnerSource.WORKLOAD_ANNOTATION, "owner"),
            OwnerRule.of(OwnerSource.WORKLOAD_ANNOTATION, "a8r.io/owner"),
            OwnerRule.of(OwnerSource.WORKLOAD_LABEL, "team"),
            OwnerRule.of(OwnerSource.NAMESPACE_LABEL, "owner"),
            OwnerRule.of(OwnerSource.NAMESPACE_ANNOTATION, "owner"),
            OwnerRule.of(OwnerSource.NAMESPACE_LABEL, "team"),
            OwnerRule.of(OwnerSource.CLUSTER_TAG, "team")));

    /** There can be no more of them. */
    public static final int MOST = 50;

    public OwnerRules {
        rules = List.copyOf(rules);
    }

    /** What is wrong with them, as a sentence; empty when they can be used. */
    public Optional<String> problem() {
        if (rules.size() > MOST) {
            return Optional.of("There can be at most %d rules.".formatted(MOST));
        }
        return rules.stream().flatMap(rule -> rule.problem().stream()).findFirst();
    }

    /** Who owns the workload, or null when no rule finds anybody. */
    @Nullable String ownerOf(OwnerRule.Owned workload) {
        for (OwnerRule rule : rules) {
            String owner = rule.ownerOf(workload);
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** The keys that are looked for in workloads themselves. */
    List<String> keys(OwnerSource source) {
        return rules.stream()
                .filter(rule -> rule.source() == source)
                .map(OwnerRule::key)
                .distinct()
                .toList();
    }
}
