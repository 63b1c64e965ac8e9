package dev.capstan.collection.admission;

import java.util.List;

/**
 * A ValidatingAdmissionPolicyBinding: without one, a policy does nothing.
 *
 * @param name its name
 * @param policy the policy's name
 * @param actions Deny, Warn, Audit, as written
 * @param rules narrows the policy's rules where it is not empty
 * @param namespaceSelector which namespaces it holds in
 * @param objectSelector which objects it holds for
 */
public record AdmissionPolicyBinding(
        String name,
        String policy,
        List<String> actions,
        List<ResourceRule> rules,
        LabelSelector namespaceSelector,
        LabelSelector objectSelector) {

    public AdmissionPolicyBinding {
        actions = List.copyOf(actions);
        rules = List.copyOf(rules);
    }
}
