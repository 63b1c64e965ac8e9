package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Namespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    void everyObjectHasAnIdentityOfItsOwnAndNothingLeftToFillIn() {
        for (Cluster cluster : FLEET.clusters()) {
            List<Map<String, Object>> all = cluster.admission().kinds().values().stream()
                    .flatMap(kind -> kind.objects().stream())
                    .filter(object -> object.span().contains(day(119)))
                    .map(Admission.Placed::json)
                    .toList();
            assertThat(all).as(cluster.name()).isNotEmpty();
            assertThat(all)
                    .extracting(object -> field(object, "metadata.uid"))
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
            assertThat(Json.MAPPER.writeValueAsString(all))
                    .doesNotContain("{hex}", "{subscription}", "{group}", "{cluster}");
        }
    }

    @Test
    void gatekeeperLeavesOutImagesNamespacesAndWhatItsConfigNames() {
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
}
