package dev.capstan.collection.admission;

import java.util.List;

/**
 * Requests that a webhook or an admission policy is asked about.
 *
 * @param operations CREATE, UPDATE … or {@code *}
 * @param apiGroups the API groups, the core group being empty, or {@code *}
 * @param resources resources with or without a subresource ({@code pods}, {@code pods/ephemeralcontainers},
 *     {@code pods/*}, {@code *}, {@code *}{@code /*})
 */
public record ResourceRule(List<String> operations, List<String> apiGroups, List<String> resources) {

    public ResourceRule {
        operations = List.copyOf(operations);
        apiGroups = List.copyOf(apiGroups);
        resources = List.copyOf(resources);
    }
}
