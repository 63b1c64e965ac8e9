package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Namespace;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdmissionOfTheDemoFleetTest {
    /** The seed that the demo runs with, for whose story the gates were placed. */
    private static final long SEED = 20_260_401;

    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");
    private static final SimulatedFleet FLEET = SimulatedFleet.demo(SEED, EPOCH);
    private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
    private static final String MANAGED = "kubernetes.azure.com/managedby";
    private static final String ALLOWED = Admission.CONSTRAINTS + "k8sazurev3allowedcapabilities";
    private static final String DISALLOWED = Admission.CONSTRAINTS + "k8sazurev3disallowedcapabilities";
    private static final String PSP_CAPABILITIES = Admission.CONSTRAINTS + "k8spspcapabilities";

    /** What Pod Security's baseline lets containers add. */
    private static final Set<String> BASELINE = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static Instant day(double day) {
        return EPOCH.plusSeconds((long) (day * 86_400));
    }

    private static Cluster cluster(String name) {
        return FLEET.cluster(name).orElseThrow();
    }

    private static List<Map<String, Object>> objects(String cluster, String path, double day) {
        return cluster(cluster)
                .admission()
                .at(path, cluster(cluster).versionAt(day(day)), day(day))
                .orElseThrow()
                .objects()
                .stream()
                .map(Admission.Placed::json)
                .toList();
    }

    /** A field by its path, names and positions between dots. */
    private static Object field(Map<String, Object> object, String path) {
        Object found = object;
        for (String step : path.split("\\.")) {
            found = found instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }

    private static boolean served(String cluster, String path, double day) {
        return cluster(cluster)
                .admission()
                .at(path, cluster(cluster).versionAt(day(day)), day(day))
                .isPresent();
    }

    @Test
    void azurePolicyGoesFromAuditToDenyOnDayFiftyAndStaysTheSameObject() {
        Map<String, Object> before = objects("hbm-platform-weu-01", ALLOWED, 49).getFirst();
        Map<String, Object> after = objects("hbm-platform-weu-01", ALLOWED, 51).getFirst();
        assertThat(field(before, "spec.enforcementAction")).isEqualTo("dryrun");
        assertThat(field(after, "spec.enforcementAction")).isEqualTo("deny");
        assertThat(field(after, "metadata.uid")).isEqualTo(field(before, "metadata.uid"));
        assertThat(field(after, "metadata.creationTimestamp")).isEqualTo(field(before, "metadata.creationTimestamp"));
        assertThat(field(after, "metadata.generation")).isEqualTo(2);
        assertThat(String.valueOf(field(after, "metadata.annotations")))
                .doesNotContain("{hex}", "{group}", "{subscription}");
    }

    @Test
    void theOtherClustersWithTheAddOnAuditDenyAListOrHaveNoAssignmentAtAll() {
        for (int day : List.of(0, 119)) {
            assertThat(objects("hbm-prod-weu-01", ALLOWED, day))
                    .singleElement()
                    .satisfies(constraint -> assertThat(field(constraint, "spec.enforcementAction"))
                            .isEqualTo("dryrun"));
        }
        assertThat(field(
                        objects("hbm-prod-weu-02", DISALLOWED, 20).getFirst(),
                        "spec.parameters.disallowedCapabilities"))
                .asInstanceOf(LIST)
                .contains("SYS_MODULE");
        assertThat(objects("hbm-sec-weu-01", Admission.TEMPLATES, 119)).isEmpty();
        assertThat(served("hbm-sec-weu-01", ALLOWED, 119)).isFalse();
        assertThat(field(objects("hbm-stg-weu-01", ALLOWED, 30).getFirst(), "spec.parameters.allowedCapabilities"))
                .asInstanceOf(LIST)
                .hasSize(14);
    }

    @Test
    void gatekeeperHasExemptionsOfAllKinds() {
        Map<String, Object> constraint =
                objects("hbm-prod-neu-01", PSP_CAPABILITIES, 119).getFirst();
        assertThat(field(constraint, "spec.parameters.exemptImages")).isNotNull();
        assertThat(field(constraint, "spec.match.excludedNamespaces")).isNotNull();
        assertThat(String.valueOf(objects("hbm-prod-neu-01", Admission.CONFIGS, 119)))
                .contains("netdata");
        assertThat(String.valueOf(objects("hbm-prod-neu-01", Admission.TEMPLATES, 119)))
                .contains("capabilities.add");
        assertThat(namespace("hbm-prod-neu-01", "gatekeeper-system").labelsAt(day(50)))
                .doesNotContainKey(MANAGED);
    }

    @Test
    void webhooksFailOpenOrClosedAndLeaveAzuresNamespacesAlone() {
        assertThat(webhook("hbm-platform-weu-01", "gatekeeper-validating-webhook-configuration"))
                .contains("failurePolicy=Ignore", "control-plane", "DoesNotExist", MANAGED, "NotIn");
        assertThat(webhook("hbm-prod-neu-01", "gatekeeper-validating-webhook-configuration"))
                .contains("failurePolicy=Ignore", "pods/ephemeralcontainers");
        assertThat(webhook("hbm-sec-weu-01", "kyverno-resource-validating-webhook-cfg"))
                .contains("failurePolicy=Fail", MANAGED);
        assertThat(objects("hbm-prod-sea-01", Admission.WEBHOOKS, 119))
                .singleElement()
                .satisfies(webhook ->
                        assertThat(field(webhook, "metadata.name")).isEqualTo("aks-node-validating-webhook"));
    }

    @Test
    void aPolicyInCelIsBoundWithDenyHereAndOnlyWithAuditThere() {
        assertThat(objects("hbm-prod-eus2-01", Admission.BINDINGS, 20)).isEmpty();
        assertThat(field(objects("hbm-prod-eus2-01", Admission.BINDINGS, 35).getFirst(), "spec.validationActions"))
                .isEqualTo(List.of("Deny", "Audit"));
        assertThat(field(objects("hbm-dev-weu-01", Admission.BINDINGS, 35).getFirst(), "spec.validationActions"))
                .isEqualTo(List.of("Audit"));
        assertThat(String.valueOf(objects("hbm-dev-weu-01", Admission.POLICIES, 35)))
                .contains("capabilities");
    }

    @Test
    void kyvernoEnforcesAuditsAndGetsAnExceptionOnDayNinety() {
        String exceptions = "/apis/kyverno.io/v2/policyexceptions";
        assertThat(objects("hbm-sec-weu-01", exceptions, 89)).isEmpty();
        assertThat(objects("hbm-sec-weu-01", exceptions, 92)).hasSize(1);
        List<Map<String, Object>> policies = objects("hbm-sec-weu-01", "/apis/kyverno.io/v1/clusterpolicies", 92);
        assertThat(policies)
                .extracting(policy ->
                        field(policy, "metadata.name") + " " + field(policy, "spec.rules.0.validate.failureAction"))
                .containsExactly("disallow-capabilities-strict Audit", "pod-security-baseline Enforce");
        assertThat(String.valueOf(policies)).doesNotContain("namespaces=[falco");
        assertThat(objects("hbm-sec-weu-01", "/apis/kyverno.io/v1/policies", 92))
                .hasSize(1);
        assertThat(objects("hbm-sec-weu-01", "/apis/policies.kyverno.io/v1alpha1/validatingpolicies", 92))
                .hasSize(1);
    }

    @Test
    void theClusterOf124HasPodSecurityPoliciesAndNoOtherHas() {
        List<Map<String, Object>> policies = objects("hbm-legacy-weu-01", Admission.POD_SECURITY_POLICIES, 50);
        assertThat(policies)
                .extracting(policy -> field(policy, "metadata.name"))
                .containsExactly("line-of-business", "privileged", "restrict-capabilities");
        assertThat(field(policies.get(0), "spec.defaultAddCapabilities"))
                .isEqualTo(List.of("NET_BIND_SERVICE", "SYS_TIME"));
        assertThat(field(policies.get(1), "spec.allowedCapabilities")).isEqualTo(List.of("*"));
        assertThat(FLEET.clusters())
                .filteredOn(cluster -> served(cluster.name(), Admission.POD_SECURITY_POLICIES, 119))
                .extracting(Cluster::name)
                .containsExactly("hbm-legacy-weu-01");
        assertThat(cluster("hbm-legacy-weu-01").azureAt(day(50)).podSecurityPolicy())
                .isTrue();
    }

    @Test
    void theAutomaticClusterEnforcesSafeguardsFromItsFirstDay() {
        AzureSettings azure = cluster("hbm-prod-cus-01").azureAt(day(60));
        assertThat(azure.sku()).isEqualTo("Automatic");
        assertThat(azure.safeguards())
                .isEqualTo(new AzureSettings.Safeguards(
                        "Enforce", "Baseline", List.of("beyla", "monitoring", "notifications", "portal", "tracking")));
        assertThat(cluster("hbm-prod-sea-01").azureAt(day(60))).isEqualTo(AzureSettings.PLAIN);
    }

    @Test
    void oneClusterForbidsGatekeepersObjectsAndNothingElse() {
        Admission gate = cluster("hbm-ci-weu-01").admission();
        assertThat(gate.forbiddenAt(Admission.TEMPLATES, day(5))).isTrue();
        assertThat(gate.forbiddenAt(ALLOWED, day(5))).isTrue();
        assertThat(gate.forbiddenAt(Admission.WEBHOOKS, day(5))).isFalse();
        assertThat(gate.forbiddenAt("/api/v1/pods", day(5))).isFalse();
    }

    @Test
    void namespacesAreLabelledOneAfterAnother() {
        List<Long> enforced = new ArrayList<>();
        for (int day : List.of(0, 30, 60, 90, 119)) {
            enforced.add(FLEET.clusters().stream()
                    .flatMap(cluster -> cluster.namespaces().stream())
                    .filter(namespace -> namespace.labelsAt(day(day)).containsKey(ENFORCE))
                    .count());
        }
        assertThat(enforced).isSorted().doesNotHaveDuplicates();
        assertThat(namespace("hbm-platform-weu-01", "harbor").labelsAt(day(119)))
                .containsEntry(ENFORCE, "restricted")
                .containsEntry("pod-security.kubernetes.io/enforce-version", "v1.31");
        assertThat(namespace("hbm-prod-weu-01", "booking").labelsAt(day(119)))
                .containsEntry(ENFORCE, "baseline")
                .containsEntry("pod-security.kubernetes.io/warn", "baseline")
                .containsEntry("pod-security.kubernetes.io/audit", "baseline")
                .containsEntry("team", "booking");
    }

    /** Otherwise somebody who looks at the demo sees a pod that cannot be there. */
    @Test
    void noPodComesIntoBeingAgainstTheLabelsOfItsNamespace() {
        Set<String> intruders = new TreeSet<>();
        for (double day = 0; day < 120; day += 0.5) {
            Instant t = day(day);
            for (Cluster cluster : FLEET.clusters()) {
                Map<String, String> levels = cluster.namespaces().stream()
                        .filter(namespace -> namespace.labelsAt(t).containsKey(ENFORCE))
                        .collect(Collectors.toMap(
                                Namespace::name, it -> it.labelsAt(t).get(ENFORCE)));
                Predicate<Pod> refused = pod -> switch (levels.getOrDefault(pod.namespace(), "privileged")) {
                    case "baseline" -> !obeysBaseline(pod.shape().template());
                    case "restricted" -> !obeysRestricted(pod.shape().template());
                    default -> false;
                };
                cluster.podsAt(t).stream()
                        .filter(refused)
                        .filter(pod -> namespace(cluster.name(), pod.namespace())
                                .labelsAt(pod.created())
                                .containsKey(ENFORCE))
                        .forEach(pod ->
                                intruders.add(cluster.name() + " " + pod.shape().workload()));
            }
        }
        assertThat(intruders).isEmpty();
    }

    @Test
    void theLabelOfWhatAksRunsIsOnThePodsButForOneDaemonSet() {
        Cluster cluster = cluster("hbm-data-weu-01");
        assertThat(cluster.workloadsAt(WorkloadKind.DAEMON_SET, day(10)))
                .filteredOn(set -> set.namespace().equals("kube-system"))
                .allSatisfy(set -> assertThat(set.labels()).containsEntry(MANAGED, "aks"));
        assertThat(cluster.podsAt(day(10)).stream()
                        .filter(pod -> pod.namespace().equals("kube-system"))
                        .filter(pod -> !pod.shape().workload().labels().containsKey(MANAGED))
                        .map(pod -> pod.shape().workload().name())
                        .distinct())
                .containsExactly("azure-ip-masq-agent");
    }

    @Test
    void customersRunSomeOfTheirOwnAmongThePlatformsPods() {
        assertThat(images("hbm-prod-weu-01", "reloader")).allMatch(image -> image.startsWith("ghcr.io/"));
        assertThat(images("hbm-platform-weu-01", "azureserviceoperator-controller-manager"))
                .allMatch(image -> image.startsWith("mcr.microsoft.com/"));
    }

    @Test
    void podsWithInjectedContainersSaySoInTheirAnnotations() {
        Set<String> kinds = new TreeSet<>();
        for (Cluster cluster : FLEET.clusters()) {
            for (Pod pod : cluster.podsAt(day(30))) {
                PodTemplate template = pod.shape().template();
                boolean meshed =
                        template.containers().stream().anyMatch(c -> c.name().matches("istio-(init|validation)"));
                boolean identity =
                        template.containers().stream().anyMatch(c -> c.name().equals("azwi-proxy-init"));
                Map<String, String> annotations = template.annotations();
                assertThat(annotations.containsKey("sidecar.istio.io/status")).isEqualTo(meshed);
                assertThat(annotations.containsKey("azure.workload.identity/inject-proxy-sidecar"))
                        .isEqualTo(identity);
                kinds.addAll(annotations.keySet());
                if (meshed) {
                    assertThat(Json.MAPPER
                                    .readTree(annotations.get("sidecar.istio.io/status"))
                                    .path("initContainers"))
                            .hasSize(2);
                }
            }
        }
        assertThat(kinds).hasSize(2);
    }

    private static List<String> images(String cluster, String workload) {
        List<String> images = cluster(cluster).podsAt(day(10)).stream()
                .filter(pod -> pod.shape().workload().name().equals(workload))
                .filter(pod -> pod.namespace().equals("kube-system"))
                .filter(pod -> !pod.shape().workload().labels().containsKey(MANAGED))
                .flatMap(pod -> pod.shape().template().containers().stream())
                .map(ContainerSpec::image)
                .toList();
        assertThat(images).isNotEmpty();
        return images;
    }

    private static Namespace namespace(String cluster, String name) {
        return cluster(cluster).namespaces().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String webhook(String cluster, String name) {
        return objects(cluster, Admission.WEBHOOKS, 50).stream()
                .filter(object -> name.equals(field(object, "metadata.name")))
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static boolean obeysBaseline(PodTemplate template) {
        return !template.settings().hostNetwork()
                && !template.settings().hostPid()
                && template.containers().stream()
                        .allMatch(c -> !Boolean.TRUE.equals(
                                        c.settings().fields() == null
                                                ? null
                                                : c.settings().fields().get("privileged"))
                                && BASELINE.containsAll(capabilities(c, "add")));
    }

    private static boolean obeysRestricted(PodTemplate template) {
        return obeysBaseline(template)
                && template.containers().stream()
                        .allMatch(c -> capabilities(c, "drop").contains("ALL")
                                && Set.of("NET_BIND_SERVICE").containsAll(capabilities(c, "add")));
    }

    private static List<?> capabilities(ContainerSpec container, String field) {
        Map<String, Object> fields = container.settings().fields();
        return fields != null
                        && fields.get("capabilities") instanceof Map<?, ?> capabilities
                        && capabilities.get(field) instanceof List<?> names
                ? names
                : List.of();
    }
}
