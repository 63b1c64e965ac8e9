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
        return object("metadata", metadata(shape), "spec", spec(shape), "status", status(shape));
    }

    private static Map<String, Object> metadata(Pod.Shape shape) {
        Workload workload = shape.workload();
        boolean bare = workload.kind() == WorkloadKind.POD;
        return object(
                "name", Hole.NAME.mark(),
                "generateName",
                        bare
                                ? null
                                : workload.kind() == WorkloadKind.DAEMON_SET
                                        ? workload.name() + "-"
                                        : Hole.OWNER_NAME.mark() + "-",
                "namespace", workload.namespace(),
                "uid", Hole.UID.mark(),
                "resourceVersion", Hole.VERSION.mark(),
                "generation", 1,
                "creationTimestamp", Hole.CREATED.mark(),
                "labels", labels(shape),
                "ownerReferences", bare ? null : List.of(owner(workload.kind())),
                "managedFields", List.of(ManagedFields.of(shape)));
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
        return object(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "name",
                Hole.OWNER_NAME.mark(),
                "uid",
                Hole.OWNER_UID.mark(),
                "controller",
                true,
                "blockOwnerDeletion",
                true);
    }

    private static Map<String, Object> spec(Pod.Shape shape) {
        PodTemplate template = shape.template();
        PodSettings settings = template.settings();
        boolean ends = shape.workload().kind().runsToCompletion();
        return object(
                "volumes",
                List.of(tokenVolume()),
                "initContainers",
                containers(template.of(Role.INIT, Role.SIDECAR)),
                "containers",
                containers(template.of(Role.APP)),
                "ephemeralContainers",
                containers(template.of(Role.EPHEMERAL)),
                "restartPolicy",
                ends ? "Never" : "Always",
                "terminationGracePeriodSeconds",
                30,
                "dnsPolicy",
                settings.hostNetwork() ? "ClusterFirstWithHostNet" : "ClusterFirst",
                "serviceAccountName",
                shape.workload().name(),
                "serviceAccount",
                shape.workload().name(),
                "nodeName",
                Hole.NODE.mark(),
                "hostNetwork",
                settings.hostNetwork() ? true : null,
                "hostPID",
                settings.hostPid() ? true : null,
                "hostUsers",
                settings.hostUsers(),
                "os",
                settings.windows() ? object("name", "windows") : null,
                "securityContext",
                settings.security().fields() == null
                        ? EMPTY
                        : settings.security().fields(),
                "schedulerName",
                "default-scheduler",
                "tolerations",
                List.of(toleration("not-ready"), toleration("unreachable")),
                "priority",
                0,
                "enableServiceLinks",
                true,
                "preemptionPolicy",
                "PreemptLowerPriority");
    }

    private static Map<String, Object> tokenVolume() {
        return object(
                "name",
                "kube-api-access",
                "projected",
                object(
                        "sources",
                        List.of(
                                object("serviceAccountToken", object("expirationSeconds", 3607, "path", "token")),
                                object(
                                        "configMap",
                                        object(
                                                "name",
                                                "kube-root-ca.crt",
                                                "items",
                                                List.of(object("key", "ca.crt", "path", "ca.crt"))))),
                        "defaultMode",
                        420));
    }

    private static @Nullable List<Object> containers(List<ContainerSpec> specs) {
        return specs.isEmpty()
                ? null
                : specs.stream().<Object>map(PodJson::container).toList();
    }

    private static Map<String, Object> container(ContainerSpec spec) {
        boolean ephemeral = spec.role() == Role.EPHEMERAL;
        return object(
                "name",
                spec.name(),
                "image",
                spec.image(),
                "resources",
                ephemeral
                        ? EMPTY
                        : object(
                                "limits",
                                object("memory", "512Mi"),
                                "requests",
                                object("cpu", "100m", "memory", "128Mi")),
                "restartPolicy",
                spec.role() == Role.SIDECAR ? "Always" : null,
                "volumeMounts",
                ephemeral
                        ? null
                        : List.of(object(
                                "name", "kube-api-access",
                                "readOnly", true,
                                "mountPath", "/var/run/secrets/kubernetes.io/serviceaccount")),
                "terminationMessagePath",
                "/dev/termination-log",
                "terminationMessagePolicy",
                "File",
                "imagePullPolicy",
                "IfNotPresent",
                "securityContext",
                spec.settings().fields(),
                "stdin",
                ephemeral ? true : null,
                "tty",
                ephemeral ? true : null);
    }

    private static Map<String, Object> toleration(String condition) {
        return object(
                "key",
                "node.kubernetes.io/" + condition,
                "operator",
                "Exists",
                "effect",
                "NoExecute",
                "tolerationSeconds",
                300);
    }

    private static Map<String, Object> status(Pod.Shape shape) {
        PodTemplate template = shape.template();
        boolean hostNetwork = template.settings().hostNetwork();
        return object(
                "phase", shape.finished() ? "Succeeded" : "Running",
                "conditions", conditions(shape.finished()),
                "hostIP", Hole.HOST_ADDRESS.mark(),
                "podIP", hostNetwork ? Hole.HOST_ADDRESS.mark() : Hole.ADDRESS.mark(),
                "startTime", Hole.CREATED.mark(),
                "initContainerStatuses", statuses(template.of(Role.INIT, Role.SIDECAR), shape.finished()),
                "containerStatuses", statuses(template.of(Role.APP), shape.finished()),
                "ephemeralContainerStatuses", statuses(template.of(Role.EPHEMERAL), shape.finished()),
                "qosClass", "Burstable");
    }

    private static List<Object> conditions(boolean finished) {
        List<Object> conditions = new ArrayList<>();
        for (String type : List.of("Initialized", "Ready", "PodScheduled")) {
            boolean ended = finished && type.equals("Ready");
            conditions.add(object(
                    "type",
                    type,
                    "status",
                    ended ? "False" : "True",
                    "lastProbeTime",
                    null,
                    "lastTransitionTime",
                    Hole.CREATED.mark(),
                    "reason",
                    ended ? "PodCompleted" : null));
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
                    object(
                            "exitCode",
                            0,
                            "reason",
                            "Completed",
                            "startedAt",
                            Hole.CREATED.mark(),
                            "finishedAt",
                            Hole.CREATED.mark()));
        } else {
            state.put("running", object("startedAt", Hole.CREATED.mark()));
        }
        return object(
                "name",
                spec.name(),
                "state",
                state,
                "lastState",
                EMPTY,
                "ready",
                !ended || spec.role() == Role.INIT,
                "restartCount",
                0,
                "image",
                spec.image(),
                "imageID",
                spec.image().replaceFirst(":[^:/]*$", "") + "@sha256:" + Hole.ID.mark() + Hole.ID.mark(),
                "containerID",
                "containerd://" + Hole.ID.mark() + Hole.ID.mark(),
                "started",
                !ended);
    }
}
