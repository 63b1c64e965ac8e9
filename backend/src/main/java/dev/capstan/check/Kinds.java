package dev.capstan.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of Kubernetes' own API (1.35 and the groups of older versions), by where they keep a pod's specification. */
final class Kinds {

    /** What to do with an object. */
    sealed interface Kind {}

    /** It holds pods: their specification lies under these fields, the last of which is {@code spec}. */
    record HoldsPods(List<String> path) implements Kind {}

    /** Objects of other kinds lie in its {@code items}, of the named kind where they do not say their own. */
    record ListOf(@Nullable String itemKind) implements Kind {}

    /** It is of Kubernetes' own API and never starts a pod by itself. */
    record WithoutPods() implements Kind {}

    /** Not of Kubernetes' own API, so it may start pods that nobody would judge. */
    record Unknown() implements Kind {}

    private static final List<String> OWN = List.of("spec");
    private static final List<String> TEMPLATE = List.of("spec", "template", "spec");

    private static final Map<String, HoldsPods> PODS = Map.of(
            "/Pod", new HoldsPods(OWN),
            "/PodTemplate", new HoldsPods(List.of("template", "spec")),
            "/ReplicationController", new HoldsPods(TEMPLATE),
            "apps/Deployment", new HoldsPods(TEMPLATE),
            "apps/DaemonSet", new HoldsPods(TEMPLATE),
            "apps/ReplicaSet", new HoldsPods(TEMPLATE),
            "apps/StatefulSet", new HoldsPods(TEMPLATE),
            "batch/Job", new HoldsPods(TEMPLATE),
            "batch/CronJob", new HoldsPods(List.of("spec", "jobTemplate", "spec", "template", "spec")));

    private static final Map<String, Set<String>> WITHOUT_PODS = withoutPods("""
            : Binding ComponentStatus ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume \
            PersistentVolumeClaim ResourceQuota Secret Service ServiceAccount
            admissionregistration.k8s.io: MutatingAdmissionPolicy MutatingAdmissionPolicyBinding \
            MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding \
            ValidatingWebhookConfiguration
            apiextensions.k8s.io: CustomResourceDefinition
            apiregistration.k8s.io: APIService
            apps: ControllerRevision
            authentication.k8s.io: SelfSubjectReview TokenReview
            authorization.k8s.io: LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview \
            SubjectAccessReview
            autoscaling: HorizontalPodAutoscaler
            certificates.k8s.io: CertificateSigningRequest ClusterTrustBundle PodCertificateRequest
            coordination.k8s.io: Lease LeaseCandidate
            discovery.k8s.io: EndpointSlice
            events.k8s.io: Event
            extensions: Ingress NetworkPolicy PodSecurityPolicy
            flowcontrol.apiserver.k8s.io: FlowSchema PriorityLevelConfiguration
            networking.k8s.io: IPAddress Ingress IngressClass NetworkPolicy ServiceCIDR
            node.k8s.io: RuntimeClass
            policy: Eviction PodDisruptionBudget PodSecurityPolicy
            rbac.authorization.k8s.io: ClusterRole ClusterRoleBinding Role RoleBinding
            resource.k8s.io: DeviceClass DeviceTaintRule ResourceClaim ResourceClaimTemplate ResourceSlice
            scheduling.k8s.io: PriorityClass Workload
            storage.k8s.io: CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass
            storagemigration.k8s.io: StorageVersionMigration
            """);

    private Kinds() {}

    /**
     * What the kind is.
     *
     * @param apiVersion the object's {@code apiVersion}, or null where it has none
     */
    static Kind of(@Nullable String apiVersion, String kind) {
        Kind single = single(apiVersion, kind);
        if (!(single instanceof Unknown) || !kind.endsWith("List")) {
            return single;
        }
        String item = kind.substring(0, kind.length() - "List".length());
        return switch (item.isEmpty() ? new ListOf(null) : single(apiVersion, item)) {
            case ListOf list -> list;
            case HoldsPods ignored -> new ListOf(item);
            case WithoutPods ignored -> new WithoutPods();
            case Unknown ignored -> new Unknown();
        };
    }

    private static Kind single(@Nullable String apiVersion, String kind) {
        if (apiVersion == null) {
            // What has pods is judged all the same; a Service without a group may be anybody's.
            return PODS.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/" + kind))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .<Kind>map(found -> found)
                    .orElseGet(Unknown::new);
        }
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        // Deployments, DaemonSets and ReplicaSets began in the group extensions.
        HoldsPods pods = PODS.get((group.equals("extensions") ? "apps" : group) + "/" + kind);
        if (pods != null) {
            return pods;
        }
        return WITHOUT_PODS.getOrDefault(group, Set.of()).contains(kind) ? new WithoutPods() : new Unknown();
    }

    private static Map<String, Set<String>> withoutPods(String table) {
        Map<String, Set<String>> kinds = new HashMap<>();
        table.lines().forEach(line -> {
            int colon = line.indexOf(':');
            kinds.put(
                    line.substring(0, colon),
                    Arrays.stream(line.substring(colon + 1).strip().split(" ")).collect(Collectors.toSet()));
        });
        return kinds;
    }
}
