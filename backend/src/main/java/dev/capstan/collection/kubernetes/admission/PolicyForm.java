package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.AdmissionPolicy;
import dev.capstan.collection.admission.AdmissionPolicy.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ValidatingAdmissionPolicy, and Kyverno's ValidatingPolicy, which is one with more fields.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/validating-policy/">ValidatingPolicy</a>
 */
final class PolicyForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable Spec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable String failurePolicy,
            @Nullable Match matchConstraints,
            @Nullable List<Wires.Present> matchConditions,
            @Nullable List<VariableWire> variables,
            @Nullable List<Validation> validations,
            Wires.@Nullable Present paramKind,
            @Nullable List<String> validationActions,
            @Nullable Evaluation evaluation) {

        static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);
    }

    /** What a policy or a binding is about. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Match(
            @Nullable List<RuleWire> resourceRules,
            @Nullable List<RuleWire> excludeResourceRules,
            Wires.@Nullable Selector namespaceSelector,
            Wires.@Nullable Selector objectSelector) {

        static final Match EMPTY = new Match(null, null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record VariableWire(@Nullable String name, @Nullable String expression) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Validation(@Nullable String expression) {}

    /** Kyverno's own: what the policy is applied to, and when. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Evaluation(@Nullable String mode, @Nullable Switch admission) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Switch(@Nullable Boolean enabled) {}

    private PolicyForm() {}

    static List<AdmissionPolicy> kubernetes(Wire wire) {
        return List.of(policy(wire, List.of()));
    }

    /** Only those that judge Kubernetes' own requests; one that is switched off at admission no more than records. */
    static List<AdmissionPolicy> kyverno(Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        Evaluation evaluation = spec.evaluation() == null ? new Evaluation(null, null) : spec.evaluation();
        if (evaluation.mode() != null && !"Kubernetes".equals(evaluation.mode())) {
            return List.of();
        }
        boolean off = evaluation.admission() != null
                && Boolean.FALSE.equals(evaluation.admission().enabled());
        List<String> actions = Wires.texts(spec.validationActions());
        return List.of(policy(wire, off ? List.of("Audit") : actions.isEmpty() ? List.of("Deny") : actions));
    }

    private static AdmissionPolicy policy(Wire wire, List<String> actions) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        Match match = spec.matchConstraints() == null ? Match.EMPTY : spec.matchConstraints();
        List<RuleWire> rules = Wires.list(match.resourceRules());
        List<RuleWire> excluded = Wires.list(match.excludeResourceRules());
        return new AdmissionPolicy(
                Wires.name(wire.metadata()),
                "Ignore".equals(spec.failurePolicy()),
                rules.stream().map(RuleWire::rule).toList(),
                // One that leaves out certain names leaves out some pods, not all.
                excluded.stream()
                        .filter(rule -> !rule.named())
                        .map(RuleWire::rule)
                        .toList(),
                Wires.selector(match.namespaceSelector()),
                Wires.selector(match.objectSelector()),
                !Wires.list(spec.matchConditions()).isEmpty()
                        || rules.stream().anyMatch(RuleWire::named)
                        || excluded.stream().anyMatch(rule -> rule.named() && rule.meansPods()),
                Wires.list(spec.variables()).stream()
                        .map(variable -> new Variable(Wires.text(variable.name()), Wires.text(variable.expression())))
                        .toList(),
                Wires.list(spec.validations()).stream()
                        .map(validation -> Wires.text(validation.expression()))
                        .toList(),
                spec.paramKind() != null,
                actions);
    }
}
