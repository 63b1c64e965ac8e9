package dev.capstan.collection.admission;

import java.util.List;

/**
 * One webhook of a ValidatingWebhookConfiguration.
 *
 * @param configuration the configuration's name
 * @param name the webhook's name within it
 * @param failOpen whether {@code failurePolicy} is Ignore: what the webhook cannot judge is let in
 * @param rules what it is asked about
 * @param namespaceSelector which namespaces it is asked about
 * @param objectSelector which objects it is asked about
 * @param conditional whether it has {@code matchConditions}, which leave out some requests
 */
public record Webhook(
        String configuration,
        String name,
        boolean failOpen,
        List<ResourceRule> rules,
        LabelSelector namespaceSelector,
        LabelSelector objectSelector,
        boolean conditional) {

    public Webhook {
        rules = List.copyOf(rules);
    }
}
