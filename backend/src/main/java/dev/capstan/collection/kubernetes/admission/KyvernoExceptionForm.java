package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.KyvernoException;
import dev.capstan.collection.admission.KyvernoPolicy.Resources;
import dev.capstan.collection.admission.LabelSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Kyverno's PolicyException, both of kyverno.io, which speaks of ClusterPolicies and Policies, and of
 * policies.kyverno.io, which speaks of ValidatingPolicies.
 *
 * @see <a href="https://kyverno.io/docs/exceptions/">Policy exceptions</a>
 */
final class KyvernoExceptionForm {

    private static final Resources EVERYTHING = new Resources(List.of(), List.of(), LabelSelector.EVERYTHING);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable Spec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            KyvernoFilter.@Nullable Wire match,
            @Nullable JsonNode conditions,
            @Nullable List<PolicyWire> exceptions,
            @Nullable List<Wires.Present> podSecurity,
            @Nullable List<PolicyRef> policyRefs,
            @Nullable List<Wires.Present> matchConditions,
            @Nullable List<String> images,
            @Nullable List<String> allowedValues) {

        static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PolicyWire(@Nullable String policyName) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PolicyRef(@Nullable String name) {}

    private KyvernoExceptionForm() {}

    static List<KyvernoException> facts(Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        KyvernoFilter.Choice match = KyvernoFilter.match(spec.match());
        return List.of(exception(
                wire,
                Wires.list(spec.exceptions()).stream()
                        .map(policy -> Wires.text(policy.policyName()))
                        .toList(),
                match.resources(),
                match.conditional()
                        || (spec.conditions() != null && !spec.conditions().isEmpty())
                        || !Wires.list(spec.podSecurity()).isEmpty()));
    }

    static List<KyvernoException> ofValidatingPolicies(Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        return List.of(exception(
                wire,
                Wires.list(spec.policyRefs()).stream()
                        .map(policy -> Wires.text(policy.name()))
                        .toList(),
                List.of(EVERYTHING),
                !Wires.list(spec.matchConditions()).isEmpty()
                        || !Wires.texts(spec.images()).isEmpty()
                        || !Wires.texts(spec.allowedValues()).isEmpty()));
    }

    private static KyvernoException exception(
            Wire wire, List<String> policies, List<Resources> match, boolean conditional) {
        return new KyvernoException(
                Wires.text(wire.metadata() == null ? null : wire.metadata().namespace()),
                Wires.name(wire.metadata()),
                policies,
                match,
                conditional);
    }
}
