package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.AdmissionPolicyBinding;
import dev.capstan.collection.admission.ResourceRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ValidatingAdmissionPolicyBinding. */
final class BindingForm {

    private static final ResourceRule NOTHING = new ResourceRule(List.of(), List.of(), List.of());

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable Spec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable String policyName,
            @Nullable List<String> validationActions,
            PolicyForm.@Nullable Match matchResources) {

        static final Spec EMPTY = new Spec(null, null, null);
    }

    private BindingForm() {}

    static List<AdmissionPolicyBinding> facts(Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        PolicyForm.Match match = spec.matchResources() == null ? PolicyForm.Match.EMPTY : spec.matchResources();
        return List.of(new AdmissionPolicyBinding(
                Wires.name(wire.metadata()),
                Wires.text(spec.policyName()),
                Wires.texts(spec.validationActions()),
                rules(match),
                Wires.selector(match.namespaceSelector()),
                Wires.selector(match.objectSelector())));
    }

    // A binding that leaves out some of the pods is not relied on: rather too little is claimed than too much.
    private static List<ResourceRule> rules(PolicyForm.Match match) {
        if (Wires.list(match.excludeResourceRules()).stream().anyMatch(RuleWire::meansPods)) {
            return List.of(NOTHING);
        }
        return Wires.list(match.resourceRules()).stream()
                .map(rule -> rule.named() ? NOTHING : rule.rule())
                .toList();
    }
}
