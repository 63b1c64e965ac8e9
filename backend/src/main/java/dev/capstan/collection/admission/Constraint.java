package dev.capstan.collection.admission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Gatekeeper constraint; Azure Policy writes its assignments as such.
 *
 * @param kind its kind, for example {@code K8sAzureV3AllowedCapabilities}
 * @param name its name
 * @param azureDefinition annotation {@code azure-policy-definition-id}, or null where Azure Policy did not write it
 * @param azureAssignment annotation {@code azure-policy-assignment-id}, or null where Azure Policy did not write it
 * @param enforcementActions what happens to a request at the validating webhook: deny, warn, dryrun, as written. Deny
 *     where the object says nothing; for {@code scoped}, the scoped actions whose enforcement point is the webhook
 * @param match which objects it judges
 * @param parameters {@code spec.parameters} as JSON values; empty where there are none
 * @param totalViolations {@code status.totalViolations}, or null where no audit has counted
 */
public record Constraint(
        String kind,
        String name,
        @Nullable String azureDefinition,
        @Nullable String azureAssignment,
        List<String> enforcementActions,
        Match match,
        Map<String, Object> parameters,
        @Nullable Long totalViolations) {

    public Constraint {
        enforcementActions = List.copyOf(enforcementActions);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Which objects a constraint judges. Every part must match; an empty part matches all.
     *
     * @param kinds API groups and kinds, {@code *} for all; empty for every kind
     * @param namespaces names, with {@code *} at either end
     * @param excludedNamespaces names, with {@code *} at either end
     * @param namespaceSelector by the namespace's labels
     * @param labelSelector by the object's own labels
     * @param narrowed whether it is narrowed in yet another way (by name, source or scope) that leaves out some pods
     */
    public record Match(
            List<Kinds> kinds,
            List<String> namespaces,
            List<String> excludedNamespaces,
            LabelSelector namespaceSelector,
            LabelSelector labelSelector,
            boolean narrowed) {

        public static final Match EVERYTHING =
                new Match(List.of(), List.of(), List.of(), LabelSelector.EVERYTHING, LabelSelector.EVERYTHING, false);

        public Match {
            kinds = List.copyOf(kinds);
            namespaces = List.copyOf(namespaces);
            excludedNamespaces = List.copyOf(excludedNamespaces);
        }
    }

    /** API groups (the core group being empty) and kinds, {@code *} for all. */
    public record Kinds(List<String> apiGroups, List<String> kinds) {

        public Kinds {
            apiGroups = List.copyOf(apiGroups);
            kinds = List.copyOf(kinds);
        }
    }
}
