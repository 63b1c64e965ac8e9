package dev.capstan.check;

import dev.capstan.collection.ContainerSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Manifests for tests, of every kind, as plain maps to be written as YAML or JSON. */
final class Manifests {

    static final List<String> KINDS = List.of(
            "Pod",
            "PodTemplate",
            "ReplicationController",
            "Deployment",
            "DaemonSet",
            "ReplicaSet",
            "StatefulSet",
            "Job",
            "CronJob");

    private Manifests() {}

    static String yaml(Object manifest) {
        return new Yaml().dump(manifest);
    }

    static String json(Object manifest) {
        return JsonMapper.shared().writeValueAsString(manifest);
    }

    /** An object of the kind around the pod's specification. */
    static Map<String, Object> object(String kind, String name, Map<String, Object> pod) {
        Map<String, Object> template = Map.of("metadata", Map.of("labels", Map.of("app", name)), "spec", pod);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "apiVersion",
                switch (kind) {
                    case "Pod", "PodTemplate", "ReplicationController" -> "v1";
                    case "Job", "CronJob" -> "batch/v1";
                    default -> "apps/v1";
                });
        object.put("kind", kind);
        object.put("metadata", Map.of("name", name, "namespace", "shop"));
        switch (kind) {
            case "Pod" -> object.put("spec", pod);
            case "PodTemplate" -> object.put("template", template);
            case "CronJob" -> object.put("spec", Map.of("jobTemplate", Map.of("spec", Map.of("template", template))));
            default -> object.put("spec", Map.of("template", template));
        }
        return object;
    }

    /** A pod with one container for each of the four kinds, all of them with these settings. */
    static Map<String, Object> podOfAllKinds(ContainerSettings settings) {
        Map<String, Object> pod = pod(settings);
        pod.put(
                "initContainers",
                List.of(
                        container("first", settings, Map.of()),
                        container("beside", settings, Map.of("restartPolicy", "Always"))));
        pod.put("ephemeralContainers", List.of(container("debug", settings, Map.of())));
        return pod;
    }

    /** A pod of one app container with these settings. */
    static Map<String, Object> pod(ContainerSettings settings) {
        Map<String, Object> pod = new LinkedHashMap<>();
        if (settings.windows()) {
            pod.put("os", Map.of("name", "windows"));
        }
        if (settings.hostUsers() != null) {
            pod.put("hostUsers", settings.hostUsers());
        }
        pod.put("containers", List.of(container("app", settings, Map.of())));
        return pod;
    }

    private static Map<String, Object> container(String name, ContainerSettings settings, Map<String, Object> more) {
        Map<String, Object> context = new LinkedHashMap<>();
        if (settings.privileged()) {
            context.put("privileged", true);
        }
        if (settings.runAsUser() != null) {
            context.put("runAsUser", settings.runAsUser());
        }
        if (settings.runAsNonRoot() != null) {
            context.put("runAsNonRoot", settings.runAsNonRoot());
        }
        if (settings.allowPrivilegeEscalation() != null) {
            context.put("allowPrivilegeEscalation", settings.allowPrivilegeEscalation());
        }
        context.put("capabilities", Map.of("add", settings.added(), "drop", settings.dropped()));
        Map<String, Object> container = new LinkedHashMap<>(more);
        container.put("name", name);
        container.put("image", "registry.example/app:1");
        container.put("securityContext", context);
        return container;
    }
}
