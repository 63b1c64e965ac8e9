package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import dev.capstan.simulator.PodDocument.Hole;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.ContainerSpec.Role;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.PodSettings;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.Workload;
import dev.capstan.simulator.world.WorkloadKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The structure of a pod as the API server answers it, with marks where pods of one shape differ. */
final class PodJson {
    private static final Map<String, Object> EMPTY = Map.of();

    private PodJson() {}

    static Map<String, Object> of(Pod.Shape shape) {
        return object("metadata", metadata(shape)).with("spec", spec(shape)).with("status", status(shape));
    }

    private static Map<String, Object> metadata(Pod.Shape shape) {
        Workload workload = shape.workload();
        boolean bare = workload.kind() == WorkloadKind.POD;
        return object("name", Hole.NAME.mark())
                .with(
                        "generateName",
                        bare
                                ? null
                                : workload.kind() == WorkloadKind.DAEMON_SET
                                        ? workload.name() + "-"
                                        : Hole.OWNER_NAME.mark() + "-")
                .with("namespace", workload.namespace())
                .with("uid", Hole.UID.mark())
                .with("resourceVersion", Hole.VERSION.mark())
                .with("generation", 1)
                .with("creationTimestamp", Hole.CREATED.mark())
                .with("labels", labels(shape))
                .with("annotations", ObjectJson.annotations(shape))
                .with("ownerReferences", bare ? null : List.of(owner(workload.kind())))
                .with("managedFields", List.of(ManagedFields.of(shape)));
    }

    private static Map<String, String> labels(Pod.Shape shape) {
        Workload workload = shape.workload();
        Map<String, String> labels = new TreeMap<>(workload.labels());
        String revision =
                workload.dice().of("template").of(shape.revision().number()).letters(10);
        switch (workload.kind()) {
            case DEPLOYMENT -> labels.put("pod-template-hash", revision);
            case ROLLOUT -> labels.put("rollouts-pod-template-hash", revision);
            case DAEMON_SET -> {
                labels.put("controller-revision-hash", revision);
                labels.put(
                        "pod-template-generation",
                        String.valueOf(shape.revision().number()));
            }
            case STATEFUL_SET -> {
                labels.put("controller-revision-hash", workload.name() + "-" + revision);
                labels.put("statefulset.kubernetes.io/pod-name", Hole.NAME.mark());
            }
            case CRON_JOB, JOB -> {
                labels.put("batch.kubernetes.io/controller-uid", Hole.OWNER_UID.mark());
                labels.put("batch.kubernetes.io/job-name", Hole.OWNER_NAME.mark());
                labels.put("job-name", Hole.OWNER_NAME.mark());
            }
            case POD -> {}
        }
        return labels;
    }

    private static Map<String, Object> owner(WorkloadKind kind) {
        return switch (kind) {
            case DEPLOYMENT, ROLLOUT -> owner("apps/v1", "ReplicaSet");
            case CRON_JOB, JOB -> owner("batch/v1", "Job");
            case DAEMON_SET, STATEFUL_SET, POD -> owner(kind.apiVersion(), kind.kind());
        };
    }

    private static Map<String, Object> owner(String apiVersion, String kind) {
        return object("apiVersion", apiVersion)
                .with("kind", kind)
                .with("name", Hole.OWNER_NAME.mark())
                .with("uid", Hole.OWNER_UID.mark())
                .with("controller", true)
                .with("blockOwnerDeletion", true);
    }

    private static Map<String, Object> spec(Pod.Shape shape) {
        PodTemplate template = shape.template();
        PodSettings settings = template.settings();
        boolean ends = shape.workload().kind().runsToCompletion();
        return object("volumes", List.of(tokenVolume()))
                .with("initContainers", containers(template.of(Role.INIT, Role.SIDECAR)))
                .with("containers", containers(template.of(Role.APP)))
                .with("ephemeralContainers", containers(template.of(Role.EPHEMERAL)))
                .with("restartPolicy", ends ? "Never" : "Always")
                .with("terminationGracePeriodSeconds", 30)
                .with("dnsPolicy", settings.hostNetwork() ? "ClusterFirstWithHostNet" : "ClusterFirst")
                .with("serviceAccountName", shape.workload().name())
                .with("serviceAccount", shape.workload().name())
                .with("nodeName", Hole.NODE.mark())
                .with("hostNetwork", settings.hostNetwork() ? true : null)
                .with("hostPID", settings.hostPid() ? true : null)
                .with("hostUsers", settings.hostUsers())
                .with("os", settings.windows() ? object("name", "windows") : null)
                .with(
                        "securityContext",
                        settings.security().fields() == null
                                ? EMPTY
                                : settings.security().fields())
                .with("schedulerName", "default-scheduler")
                .with("tolerations", List.of(toleration("not-ready"), toleration("unreachable")))
                .with("priority", 0)
                .with("enableServiceLinks", true)
                .with("preemptionPolicy", "PreemptLowerPriority");
    }

    private static Map<String, Object> tokenVolume() {
        Object token =
                object("serviceAccountToken", object("expirationSeconds", 3607).with("path", "token"));
        Object authority = object("configMap", object("name", "kube-root-ca.crt"));
        Object projected = object("sources", List.of(token, authority)).with("defaultMode", 420);
        return object("name", "kube-api-access").with("projected", projected);
    }

    private static @Nullable List<Object> containers(List<ContainerSpec> specs) {
        return specs.isEmpty()
                ? null
                : specs.stream().<Object>map(PodJson::container).toList();
    }

    private static Map<String, Object> container(ContainerSpec spec) {
        boolean ephemeral = spec.role() == Role.EPHEMERAL;
        return object("name", spec.name())
                .with("image", spec.image())
                .with(
                        "resources",
                        ephemeral
                                ? EMPTY
                                : object("limits", object("memory", "512Mi"))
                                        .with("requests", object("cpu", "100m").with("memory", "128Mi")))
                .with("restartPolicy", spec.role() == Role.SIDECAR ? "Always" : null)
                .with(
                        "volumeMounts",
                        spec.role() != Role.APP
                                ? null
                                : List.of(object("name", "kube-api-access")
                                        .with("readOnly", true)
                                        .with("mountPath", "/var/run/secrets/kubernetes.io/serviceaccount")))
                .with("terminationMessagePath", "/dev/termination-log")
                .with("terminationMessagePolicy", "File")
                .with("imagePullPolicy", "IfNotPresent")
                .with("securityContext", spec.settings().fields())
                .with("stdin", ephemeral ? true : null)
                .with("tty", ephemeral ? true : null);
    }

    private static Map<String, Object> toleration(String condition) {
        return object("key", "node.kubernetes.io/" + condition)
                .with("operator", "Exists")
                .with("effect", "NoExecute")
                .with("tolerationSeconds", 300);
    }

    private static Map<String, Object> status(Pod.Shape shape) {
        PodTemplate template = shape.template();
        boolean hostNetwork = template.settings().hostNetwork();
        return object("phase", shape.finished() ? "Succeeded" : "Running")
                .with("conditions", conditions(shape.finished()))
                .with("hostIP", Hole.HOST_ADDRESS.mark())
                .with("podIP", hostNetwork ? Hole.HOST_ADDRESS.mark() : Hole.ADDRESS.mark())
                .with("startTime", Hole.CREATED.mark())
                .with("initContainerStatuses", statuses(template.of(Role.INIT, Role.SIDECAR), shape.finished()))
                .with("containerStatuses", statuses(template.of(Role.APP), shape.finished()))
                .with("ephemeralContainerStatuses", statuses(template.of(Role.EPHEMERAL), shape.finished()))
                .with("qosClass", "Burstable");
    }

    private static List<Object> conditions(boolean finished) {
        List<Object> conditions = new ArrayList<>();
        for (String type : List.of("Initialized", "Ready", "PodScheduled")) {
            boolean ended = finished && type.equals("Ready");
            conditions.add(object("type", type)
                    .with("status", ended ? "False" : "True")
                    .with("lastProbeTime", null)
                    .with("lastTransitionTime", Hole.CREATED.mark())
                    .with("reason", ended ? "PodCompleted" : null));
        }
        return conditions;
    }

    private static @Nullable List<Object> statuses(List<ContainerSpec> specs, boolean finished) {
        return specs.isEmpty()
                ? null
                : specs.stream().<Object>map(spec -> status(spec, finished)).toList();
    }

    private static Map<String, Object> status(ContainerSpec spec, boolean finished) {
        boolean ended = finished || spec.role() == Role.INIT;
        Map<String, Object> state = new LinkedHashMap<>();
        if (ended) {
            state.put(
                    "terminated",
                    object("exitCode", 0)
                            .with("reason", "Completed")
                            .with("startedAt", Hole.CREATED.mark())
                            .with("finishedAt", Hole.CREATED.mark()));
        } else {
            state.put("running", object("startedAt", Hole.CREATED.mark()));
        }
        return object("name", spec.name())
                .with("state", state)
                .with("lastState", EMPTY)
                .with("ready", !ended || spec.role() == Role.INIT)
                .with("restartCount", 0)
                .with("image", spec.image())
                .with(
                        "imageID",
                        spec.image().replaceFirst(":[^:/]*$", "") + "@sha256:" + Hole.ID.mark() + Hole.ID.mark())
                .with("started", !ended);
    }
}
