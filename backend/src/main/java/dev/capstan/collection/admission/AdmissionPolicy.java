package dev.capstan.collection.admission;

import java.util.List;

/**
 * A ValidatingAdmissionPolicy of Kubernetes, or Kyverno's ValidatingPolicy, which has the same form and needs no
 * binding.
 *
 * @param name its name
 * @param failOpen whether {@code failurePolicy} is Ignore
 * @param rules what it is asked about, from {@code matchConstraints.resourceRules}
 * @param excluded what it is not asked about all the same, from {@code matchConstraints.excludeResourceRules}
 * @param namespaceSelector which namespaces it is asked about
 * @param objectSelector which objects it is asked about
 * @param conditional whether it has {@code matchConditions}, which leave out some requests
 * @param variables its variables' expressions in CEL, by name
 * @param validations its validations' expressions in CEL; a request passes when all are true
 * @param parametrised whether its expressions take parameters from another object
 * @param actions for Kyverno's policy its {@code validationActions} (Deny where it says nothing); empty for Kubernetes'
 *     own, whose bindings say it
 */
public record AdmissionPolicy(
        String name,
        boolean failOpen,
        List<ResourceRule> rules,
        List<ResourceRule> excluded,
        LabelSelector namespaceSelector,
        LabelSelector objectSelector,
        boolean conditional,
        List<Variable> variables,
        List<String> validations,
        boolean parametrised,
        List<String> actions) {

    /** A name for an expression, used in later ones as {@code variables.name}. */
    public record Variable(String name, String expression) {}

    public AdmissionPolicy {
        rules = List.copyOf(rules);
        excluded = List.copyOf(excluded);
        variables = List.copyOf(variables);
        validations = List.copyOf(validations);
        actions = List.copyOf(actions);
    }
}
