package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.NamespaceFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pods to try a policy with: well behaved in all but the one container's capabilities. */
final class ProbePods {

    /** Where the container stands whose capabilities are tried. */
    enum Place {
        APP("containers", "containers"),
        INIT("initContainers", "init containers"),
        EPHEMERAL("ephemeralContainers", "ephemeral containers");

        private final String field;
        private final String title;

        Place(String field, String title) {
            this.field = field;
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private ProbePods() {}

    /** A pod of which one container adds and drops these. */
    static Map<String, Object> pod(NamespaceFact namespace, Place place, List<String> add, List<String> drop) {
        return pod(namespace, place, container(add, drop));
    }

    /** A pod of which one container is privileged, and drops ALL nevertheless. */
    static Map<String, Object> privileged(NamespaceFact namespace, Place place) {
        Map<String, Object> container = new HashMap<>(container(List.of(), List.of("ALL")));
        container.put("securityContext", Map.of("privileged", true, "capabilities", Map.of("drop", List.of("ALL"))));
        return pod(namespace, place, container);
    }

    /** The request to make it, as far as policies read it. */
    static Map<String, Object> request(NamespaceFact namespace) {
        return Map.of(
                "operation",
                "CREATE",
                "namespace",
                namespace.name(),
                "name",
                "probe",
                "dryRun",
                false,
                "kind",
                Map.of("group", "", "version", "v1", "kind", "Pod"),
                "resource",
                Map.of("group", "", "version", "v1", "resource", "pods"),
                "subResource",
                "",
                "userInfo",
                Map.of("username", "probe", "groups", List.of()));
    }

    /** The namespace as policies see it. */
    static Map<String, Object> namespace(NamespaceFact namespace) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                Map.of("name", namespace.name(), "labels", namespace.labels(), "annotations", Map.of()));
    }

    private static Map<String, Object> pod(NamespaceFact namespace, Place place, Map<String, Object> container) {
        Map<String, Object> spec = new HashMap<>();
        spec.put("securityContext", Map.of("runAsNonRoot", true, "seccompProfile", Map.of("type", "RuntimeDefault")));
        spec.put("containers", List.of(container(List.of(), List.of("ALL"))));
        spec.put(place.field, List.of(container));
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of(
                        "name",
                        "probe",
                        "namespace",
                        namespace.name(),
                        "labels",
                        Map.of("app", "probe"),
                        "annotations",
                        Map.of()),
                "spec",
                spec);
    }

    /** As the API server hands it on: a list that is empty is not there. */
    private static Map<String, Object> container(List<String> add, List<String> drop) {
        Map<String, Object> capabilities = new HashMap<>();
        for (Map.Entry<String, List<String>> list : List.of(Map.entry("add", add), Map.entry("drop", drop))) {
            if (!list.getValue().isEmpty()) {
                capabilities.put(list.getKey(), new ArrayList<>(list.getValue()));
            }
        }
        Map<String, Object> securityContext = new HashMap<>(Map.of(
                "allowPrivilegeEscalation", false,
                "privileged", false,
                "readOnlyRootFilesystem", true,
                "runAsNonRoot", true,
                "runAsUser", 10_001L,
                "seccompProfile", Map.of("type", "RuntimeDefault")));
        if (!capabilities.isEmpty()) {
            securityContext.put("capabilities", capabilities);
        }
        return Map.of(
                "name",
                "probe",
                "image",
                "mcr.microsoft.com/probe:1.0.0",
                "securityContext",
                securityContext,
                "resources",
                Map.of(
                        "requests", Map.of("cpu", "10m", "memory", "16Mi"),
                        "limits", Map.of("cpu", "10m", "memory", "16Mi")));
    }
}
