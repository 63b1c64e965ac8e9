package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ValidatingWebhookConfiguration of admissionregistration.k8s.io/v1, where failurePolicy is Fail by default. */
final class WebhookForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable List<Hook> webhooks) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Hook(
            @Nullable String name,
            @Nullable String failurePolicy,
            @Nullable List<RuleWire> rules,
            Wires.@Nullable Selector namespaceSelector,
            Wires.@Nullable Selector objectSelector,
            @Nullable List<Wires.Present> matchConditions) {}

    private WebhookForm() {}

    static List<Webhook> facts(Wire wire) {
        String configuration = Wires.name(wire.metadata());
        return Wires.list(wire.webhooks()).stream()
                .map(hook -> new Webhook(
                        configuration,
                        Wires.text(hook.name()),
                        "Ignore".equals(hook.failurePolicy()),
                        Wires.list(hook.rules()).stream().map(RuleWire::rule).toList(),
                        Wires.selector(hook.namespaceSelector()),
                        Wires.selector(hook.objectSelector()),
                        !Wires.list(hook.matchConditions()).isEmpty()))
                .toList();
    }
}
