package dev.capstan.ui.workload;

import dev.capstan.collection.WorkloadRef;
import java.util.Locale;

/** The check that anyone can do by hand: a kubectl command that prints the settings of exactly this workload. */
final class ManualCheck {

    private static final String CONTAINER =
            "{.name}{\"\\t\"}{.securityContext.privileged}{\"\\t\"}{.securityContext.capabilities}{\"\\n\"}";

    private ManualCheck() {}

    /** The command, safe to paste into a shell whatever the names are. */
    static String command(WorkloadRef ref) {
        String template = template(ref.kind());
        if (template.isEmpty()) {
            return "kubectl get pods --namespace %s --output jsonpath=%s"
                    .formatted(
                            quoted(ref.namespace()),
                            quoted(
                                    "{range .items[*]}{.metadata.ownerReferences[*].kind}/{.metadata.ownerReferences[*].name}"
                                            + "{\"\\t\"}{range .spec.initContainers[*]}" + CONTAINER + "{end}{range"
                                            + " .spec.containers[*]}" + CONTAINER + "{end}{end}"));
        }
        StringBuilder path = new StringBuilder();
        path.append("{range ")
                .append(template)
                .append(".initContainers[*]}")
                .append(CONTAINER)
                .append("{end}");
        path.append("{range ")
                .append(template)
                .append(".containers[*]}")
                .append(CONTAINER)
                .append("{end}");
        if (ref.kind().equals("Pod")) {
            path.append("{range .spec.ephemeralContainers[*]}")
                    .append(CONTAINER)
                    .append("{end}");
        }
        return "kubectl get %s %s --namespace %s --output jsonpath=%s"
                .formatted(
                        ref.kind().toLowerCase(Locale.ROOT),
                        quoted(ref.name()),
                        quoted(ref.namespace()),
                        quoted(path.toString()));
    }

    /** What the command prints, and what it cannot. */
    static String explanation(WorkloadRef ref) {
        String prints = "Prints name, privileged and capabilities of each container";
        if (template(ref.kind()).isEmpty()) {
            return prints + " of the namespace's pods, behind the owner of each pod.";
        }
        return ref.kind().equals("Pod")
                ? prints + "."
                : prints + " in the workload's template. What is injected at admission or added for debugging stands"
                        + " only in the pods.";
    }

    private static String template(String kind) {
        return switch (kind) {
            case "Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController", "Job" ->
                ".spec.template.spec";
            case "CronJob" -> ".spec.jobTemplate.spec.template.spec";
            case "Pod" -> ".spec";
            default -> "";
        };
    }

    /** As one word of a POSIX shell; names come from clusters and may hold anything. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9][A-Za-z0-9._-]*") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
