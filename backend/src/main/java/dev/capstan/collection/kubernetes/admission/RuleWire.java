package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.ResourceRule;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests that a webhook or an admission policy is asked about, of admissionregistration.k8s.io/v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RuleWire(
        @Nullable List<String> operations,
        @Nullable List<String> apiGroups,
        @Nullable List<String> apiVersions,
        @Nullable List<String> resources,
        @Nullable List<String> resourceNames,
        @Nullable String scope) {

    private static final Set<String> COVER_PODS =
            Set.of("*", "*/*", "pods", "pods/*", "pods/ephemeralcontainers", "*/ephemeralcontainers");

    /** The rule as far as pods go: one that cannot mean them names no resource. */
    ResourceRule rule() {
        boolean reachesPods = !"Cluster".equals(scope)
                && (Wires.texts(apiVersions).isEmpty()
                        || Wires.texts(apiVersions).stream()
                                .anyMatch(version -> Set.of("*", "v1").contains(version)));
        return new ResourceRule(
                Wires.texts(operations), Wires.texts(apiGroups), reachesPods ? Wires.texts(resources) : List.of());
    }

    /** Whether it means only objects of certain names. */
    boolean named() {
        return !Wires.texts(resourceNames).isEmpty();
    }

    /** Whether pods, or their ephemeral containers, are among what it means. */
    boolean meansPods() {
        ResourceRule rule = rule();
        return rule.apiGroups().stream().anyMatch(Set.of("", "*")::contains)
                && rule.resources().stream().anyMatch(COVER_PODS::contains);
    }
}
