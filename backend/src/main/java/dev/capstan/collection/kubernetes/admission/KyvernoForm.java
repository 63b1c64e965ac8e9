package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.KyvernoPolicy;
import dev.capstan.collection.admission.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/**
 * Kyverno's ClusterPolicy and Policy. The failure policy is Fail by default.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/cluster-policy/policy-settings/">Policy settings</a>
 */
final class KyvernoForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable Spec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable Boolean admission,
            @Nullable String applyRules,
            @Nullable String failurePolicy,
            @Nullable Webhook webhookConfiguration,
            @Nullable String validationFailureAction,
            @Nullable List<OverrideWire> validationFailureActionOverrides,
            @Nullable List<RuleWire> rules) {

        static final Spec EMPTY = new Spec(null, null, null, null, null, null, null);

        boolean failsOpen() {
            return "Ignore".equals(failurePolicy)
                    || (webhookConfiguration != null && "Ignore".equals(webhookConfiguration.failurePolicy()));
        }

        boolean hasWebhookConditions() {
            return webhookConfiguration != null
                    && !Wires.list(webhookConfiguration.matchConditions()).isEmpty();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Webhook(@Nullable String failurePolicy, @Nullable List<Wires.Present> matchConditions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OverrideWire(
            @Nullable String action, @Nullable List<String> namespaces, Wires.@Nullable Selector namespaceSelector) {

        boolean enforces() {
            return "enforce".equalsIgnoreCase(Wires.text(action));
        }
    }

    /** @param validate as JSON, from which the parts that are understood are taken */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RuleWire(
            @Nullable String name,
            KyvernoFilter.@Nullable Wire match,
            KyvernoFilter.@Nullable Wire exclude,
            @Nullable JsonNode preconditions,
            @Nullable List<Wires.Present> celPreconditions,
            @Nullable JsonNode validate) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ValidateWire(
            @Nullable String failureAction,
            @Nullable List<OverrideWire> failureActionOverrides,
            @Nullable PodSecurityWire podSecurity) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodSecurityWire(
            @Nullable String level,
            @Nullable String version,
            @Nullable List<Excluded> exclude) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Excluded(@Nullable String controlName) {}

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private KyvernoForm() {}

    static List<KyvernoPolicy> clusterPolicy(Wire wire) {
        return List.of(policy(null, wire));
    }

    static List<KyvernoPolicy> policy(Wire wire) {
        String namespace = wire.metadata() == null ? null : wire.metadata().namespace();
        return List.of(policy(Wires.text(namespace), wire));
    }

    private static KyvernoPolicy policy(@Nullable String namespace, Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        // Switched off at admission, it no more than reports.
        boolean off = Boolean.FALSE.equals(spec.admission());
        return new KyvernoPolicy(
                namespace,
                Wires.name(wire.metadata()),
                spec.failsOpen(),
                off ? "Audit" : spec.validationFailureAction(),
                off ? List.of() : overrides(spec.validationFailureActionOverrides()),
                rules(spec, off));
    }

    // An override that chooses by wildcards of labels is taken at its worst: to let all in, or to mean none.
    private static List<KyvernoPolicy.Override> overrides(@Nullable List<OverrideWire> wires) {
        List<KyvernoPolicy.Override> overrides = new ArrayList<>();
        for (OverrideWire wire : Wires.list(wires)) {
            LabelSelector selector = Wires.selector(wire.namespaceSelector());
            boolean unclear = KyvernoFilter.hasWildcards(selector);
            if (!unclear || !wire.enforces()) {
                overrides.add(new KyvernoPolicy.Override(
                        Wires.text(wire.action()),
                        Wires.texts(wire.namespaces()),
                        unclear ? LabelSelector.EVERYTHING : selector));
            }
        }
        return overrides;
    }

    private static List<KyvernoPolicy.Rule> rules(Spec spec, boolean off) {
        List<KyvernoPolicy.Rule> rules = new ArrayList<>();
        boolean first = true;
        for (RuleWire wire : Wires.list(spec.rules())) {
            boolean skippable = !first && "One".equals(spec.applyRules());
            first = false;
            if (wire.validate() != null && wire.validate().isObject()) {
                rules.add(rule(wire, wire.validate(), off, skippable || spec.hasWebhookConditions()));
            }
        }
        return rules;
    }

    private static KyvernoPolicy.Rule rule(RuleWire wire, JsonNode json, boolean off, boolean conditional) {
        ValidateWire validate = Wires.JSON.treeToValue(json, ValidateWire.class);
        KyvernoFilter.Choice match = KyvernoFilter.match(wire.match());
        KyvernoFilter.Choice exclude = KyvernoFilter.exclude(wire.exclude());
        return new KyvernoPolicy.Rule(
                Wires.text(wire.name()),
                off ? null : validate.failureAction(),
                match.resources(),
                exclude.resources(),
                conditional
                        || match.conditional()
                        || exclude.conditional()
                        || KyvernoPreconditions.narrow(wire.preconditions())
                        || !Wires.list(wire.celPreconditions()).isEmpty()
                        || Wires.list(validate.failureActionOverrides()).stream()
                                .anyMatch(o -> !o.enforces()),
                podSecurity(validate.podSecurity()),
                Wires.values(Wires.JSON.convertValue(json, VALUES)));
    }

    private static KyvernoPolicy.@Nullable PodSecurity podSecurity(@Nullable PodSecurityWire wire) {
        return wire == null
                ? null
                : new KyvernoPolicy.PodSecurity(
                        Wires.text(wire.level()),
                        wire.version(),
                        Wires.list(wire.exclude()).stream()
                                .map(excluded -> Wires.text(excluded.controlName()))
                                .toList());
    }
}
