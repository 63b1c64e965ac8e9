package dev.capstan.collection.admission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kyverno ClusterPolicy, or a Policy, which holds in its own namespace.
 *
 * @param namespace the Policy's namespace, or null for a ClusterPolicy
 * @param name its name
 * @param failOpen whether {@code failurePolicy} is Ignore
 * @param action {@code spec.validationFailureAction} as written, or null where it is not said (which means Audit)
 * @param overrides other actions for some namespaces, the first that matches first
 * @param rules its rules that validate
 */
public record KyvernoPolicy(
        @Nullable String namespace,
        String name,
        boolean failOpen,
        @Nullable String action,
        List<Override> overrides,
        List<Rule> rules) {

    public KyvernoPolicy {
        overrides = List.copyOf(overrides);
        rules = List.copyOf(rules);
    }

    /**
     * Another action for some namespaces.
     *
     * @param action Enforce or Audit, as written
     * @param namespaces names, with wildcards; empty for all
     * @param namespaceSelector by the namespace's labels
     */
    public record Override(String action, List<String> namespaces, LabelSelector namespaceSelector) {

        public Override {
            namespaces = List.copyOf(namespaces);
        }
    }

    /**
     * A rule that validates.
     *
     * @param name its name
     * @param action its own {@code validate.failureAction} as written, or null where the policy's holds
     * @param match which objects it judges, one of these suffices
     * @param exclude which objects it leaves out, one of these suffices
     * @param conditional whether {@code match}, {@code exclude} or {@code preconditions} narrow it in a way not read here
     *     (by user, name, labels of the object, operations or conditions)
     * @param podSecurity the Pod Security Standard it applies, or null where it applies none
     * @param validate {@code validate} as JSON values, for what is read from patterns and conditions
     */
    public record Rule(
            String name,
            @Nullable String action,
            List<Resources> match,
            List<Resources> exclude,
            boolean conditional,
            @Nullable PodSecurity podSecurity,
            Map<String, Object> validate) {

        public Rule {
            match = List.copyOf(match);
            exclude = List.copyOf(exclude);
            validate = Map.copyOf(validate);
        }
    }

    /**
     * A choice of objects.
     *
     * @param kinds kinds as written ({@code Pod}, {@code v1/Pod}, {@code *} …); empty for all
     * @param namespaces names, with wildcards; empty for all
     * @param namespaceSelector by the namespace's labels
     */
    public record Resources(List<String> kinds, List<String> namespaces, LabelSelector namespaceSelector) {

        public Resources {
            kinds = List.copyOf(kinds);
            namespaces = List.copyOf(namespaces);
        }
    }

    /**
     * {@code validate.podSecurity}.
     *
     * @param level baseline, restricted or privileged, as written
     * @param version the standard's version as written, or null for the latest
     * @param excludedControls names of controls that are left out, for all images or for some
     */
    public record PodSecurity(String level, @Nullable String version, List<String> excludedControls) {

        public PodSecurity {
            excludedControls = List.copyOf(excludedControls);
        }
    }
}
