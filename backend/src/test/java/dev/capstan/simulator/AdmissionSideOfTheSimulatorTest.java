package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.world.Admission;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AdmissionSideOfTheSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final String CONSTRAINTS = Admission.CONSTRAINTS + "k8spspcapabilities";
    private static final String POLICIES = "/apis/kyverno.io/v1/clusterpolicies";
    private static final String PARTIAL = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Faults faults = new Faults();
    private final SimulatorServer server = SimulatorServer.start(
            ClusterFixture.fleet(
                    ClusterFixture.named("gated")
                            .admission(Admission.TEMPLATES, """
                                    metadata: {name: k8spspcapabilities}
                                    spec: {crd: {spec: {names: {kind: K8sPSPCapabilities}}}}
                                    """)
                            .admission(CONSTRAINTS, """
                                    metadata: {name: no-adds}
                                    spec: {enforcementAction: deny}
                                    status: {totalViolations: 3}
                                    """)
                            .admission(Admission.WEBHOOKS, """
                                    apiVersion: admissionregistration.k8s.io/v1
                                    kind: ValidatingWebhookConfiguration
                                    metadata: {name: gatekeeper-validating-webhook-configuration}
                                    webhooks: [{name: validation.gatekeeper.sh, failurePolicy: Ignore}]
                                    """)
                            .admission(POLICIES, policy("c"), policy("a"), policy("b"))
                            .admissionBetween(NOW, null, Admission.POLICIES, Map.of("metadata", Map.of("name", "adds")))
                            .namespace("shop", Map.of("pod-security.kubernetes.io/enforce", "baseline"))
                            .namespaceFrom(NOW, "shop", Map.of("pod-security.kubernetes.io/enforce", "restricted"))
                            .deployment("shop/cart", 1, "app cart example.test/cart:1")
                            .annotated("sidecar.istio.io/status", "{\"initContainers\":[\"istio-init\"]}")
                            .daemonSet("kube-system/agent", "app agent example.test/agent:1")
                            .ownerLabelled("kubernetes.azure.com/managedby", "aks")
                            .runtime("cri-o://1.30.1"),
                    ClusterFixture.named("old").version("1.24.9").manifests("""
                            apiVersion: policy/v1beta1
                            kind: PodSecurityPolicy
                            metadata: {name: restricted}
                            spec: {allowedCapabilities: [NET_BIND_SERVICE], requiredDropCapabilities: [ALL]}
                            """),
                    ClusterFixture.named("shut")
                            .forbids("/apis/templates.gatekeeper.sh", "/apis/constraints.gatekeeper.sh")
                            .admission(CONSTRAINTS)
                            .deployment("shop/cart", 1, "app cart example.test/cart:1")),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC),
            faults);
    private final SimulatorClients clients = new SimulatorClients(server);

    private static Map<String, Object> policy(String name) {
        return Map.of("kind", "ClusterPolicy", "metadata", Map.of("name", name), "spec", Map.of("background", true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void customResourcesComeWithTheirKindAndWhatTheServerFillsIn() throws Exception {
        JsonNode list = json("gated", CONSTRAINTS);
        assertThat(list.path("kind").asString()).isEqualTo("K8sPSPCapabilitiesList");
        assertThat(list.path("apiVersion").asString()).isEqualTo("constraints.gatekeeper.sh/v1beta1");
        JsonNode constraint = list.path("items").get(0);
        assertThat(constraint.path("kind").asString()).isEqualTo("K8sPSPCapabilities");
        assertThat(constraint.path("metadata").path("uid").asString()).hasSize(36);
        assertThat(constraint.path("metadata").path("creationTimestamp").asString())
                .isEqualTo("2020-01-01T00:00:00Z");
        assertThat(constraint.path("status").path("auditTimestamp").asString()).isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void theServersOwnKindsComeWithoutTheirKindInTheItems() throws Exception {
        JsonNode list = json("gated", Admission.WEBHOOKS);
        assertThat(list.path("kind").asString()).isEqualTo("ValidatingWebhookConfigurationList");
        assertThat(list.path("items").get(0).has("kind")).isFalse();
        assertThat(list.path("items")
                        .get(0)
                        .path("webhooks")
                        .get(0)
                        .path("failurePolicy")
                        .asString())
                .isEqualTo("Ignore");
        assertThat(json("gated", Admission.BINDINGS).path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gated, /apis/constraints.gatekeeper.sh/v1beta1/k8sazurev3allowedcapabilities",
        "gated, /apis/policy/v1beta1/podsecuritypolicies",
        "old, /apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
        "old, /apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings",
        "old, /apis/templates.gatekeeper.sh/v1/constrainttemplates",
        "old, /apis/config.gatekeeper.sh/v1alpha1/configs",
        "old, /apis/kyverno.io/v1/clusterpolicies",
        "old, /apis/kyverno.io/v1/policies",
        "old, /apis/kyverno.io/v2/policyexceptions",
        "old, /apis/policies.kyverno.io/v1alpha1/validatingpolicies"
    })
    void aKindThatTheVersionOrTheClusterLacksIsAPlainText(String cluster, String path) throws Exception {
        HttpResponse<String> answer = get(cluster, path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo("404 page not found\n");
    }

    @Test
    void podSecurityPoliciesAreServedUpTo124() throws Exception {
        JsonNode spec = json("old", Admission.POD_SECURITY_POLICIES)
                .path("items")
                .get(0)
                .path("spec");
        assertThat(spec.path("allowedCapabilities").get(0).asString()).isEqualTo("NET_BIND_SERVICE");
    }

    @Test
    void fabric8ReadsAKindThatItDoesNotKnowInOrder() {
        ResourceDefinitionContext context = new ResourceDefinitionContext.Builder()
                .withGroup("kyverno.io")
                .withVersion("v1")
                .withKind("ClusterPolicy")
                .withPlural("clusterpolicies")
                .build();
        try (KubernetesClient client = SimulatorClients.kubernetes(kubeconfig("gated"))) {
            List<GenericKubernetesResource> policies =
                    client.genericKubernetesResources(context).list().getItems();
            assertThat(policies)
                    .extracting(policy -> policy.getMetadata().getName())
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void longListsComeInPages() throws Exception {
        JsonNode first = json("gated", POLICIES + "?limit=2");
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("metadata").path("remainingItemCount").asInt()).isEqualTo(1);
        String token = first.path("metadata").path("continue").asString();
        JsonNode second = json("gated", POLICIES + "?limit=2&continue=" + token);
        assertThat(second.path("items").get(0).path("metadata").path("name").asString())
                .isEqualTo("c");
        assertThat(second.path("metadata").has("continue")).isFalse();
    }

    @Test
    void objectsAndLabelsAreThoseOfTheInstant() throws Exception {
        assertThat(json("gated", Admission.POLICIES).path("items")).hasSize(1);
        assertThat(enforced()).isEqualTo("restricted");
        now.set(NOW.minus(Duration.ofDays(1)));
        assertThat(json("gated", Admission.POLICIES).path("items")).isEmpty();
        assertThat(enforced()).isEqualTo("baseline");
    }

    @Test
    void forbiddenKindsNameTheirGroupAndLeaveThePodsReadable() throws Exception {
        for (String path : List.of(Admission.TEMPLATES, CONSTRAINTS)) {
            HttpResponse<String> answer = get("shut", path);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("in API group \\\"" + path.split("/")[2] + "\\\"");
        }
        assertThat(json("shut", "/api/v1/pods").path("items")).isNotEmpty();
        assertThat(json("shut", Admission.WEBHOOKS).path("items")).isEmpty();
    }

    @Test
    void aLabelCanBeTheOwnersAlone() throws Exception {
        assertThat(label(json("gated", "/apis/apps/v1/daemonsets").path("items").get(0)))
                .isEqualTo("aks");
        JsonNode agent = json("gated", "/api/v1/pods").path("items").get(0);
        assertThat(agent.path("metadata").path("name").asString()).startsWith("agent-");
        assertThat(label(agent)).isEmpty();
    }

    @Test
    void annotationsAreOnThePodsInBothForms() throws Exception {
        HttpResponse<String> partial = get("gated", "/api/v1/pods", "Accept", PARTIAL);
        for (JsonNode list : List.of(json("gated", "/api/v1/pods"), Json.MAPPER.readTree(partial.body()))) {
            assertThat(list.path("items")
                            .get(list.path("items").size() - 1)
                            .path("metadata")
                            .path("annotations")
                            .path("sidecar.istio.io/status")
                            .asString())
                    .contains("istio-init");
        }
    }

    @Test
    void nodesNameTheRuntimeThatTheyWereGiven() throws Exception {
        assertThat(json("gated", "/api/v1/nodes")
                        .path("items")
                        .get(0)
                        .path("status")
                        .path("nodeInfo")
                        .path("containerRuntimeVersion")
                        .asString())
                .isEqualTo("cri-o://1.30.1");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500})
    void oneKindAloneCanFail(int status) throws Exception {
        faults.cluster("gated").only(RequestKind.CONSTRAINTS).fail(1, status);
        assertThat(get("gated", Admission.TEMPLATES).statusCode()).isEqualTo(200);
        assertThat(get("gated", CONSTRAINTS).statusCode()).isEqualTo(status);
        assertThat(get("gated", CONSTRAINTS).statusCode()).isEqualTo(200);
        assertThat(faults.count(RequestKind.CONSTRAINTS, "gated")).isEqualTo(2);
    }

    @Test
    void oneKindAloneCanAnswerNonsense() throws Exception {
        faults.cluster("gated").only(RequestKind.WEBHOOKS).garble(1);
        HttpResponse<String> answer = get("gated", Admission.WEBHOOKS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(json("gated", Admission.WEBHOOKS).path("items")).hasSize(1);
    }

    private String enforced() throws IOException, InterruptedException {
        return json("gated", "/api/v1/namespaces?limit=5")
                .path("items")
                .valueStream()
                .filter(item -> item.path("metadata").path("name").asString().equals("shop"))
                .map(item -> item.path("metadata")
                        .path("labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asString())
                .findFirst()
                .orElseThrow();
    }

    private static String label(JsonNode item) {
        return item.path("metadata")
                .path("labels")
                .path("kubernetes.azure.com/managedby")
                .asString();
    }

    private byte[] kubeconfig(String cluster) {
        return clients.containerService(server.clientSecret())
                .serviceClient()
                .getManagedClusters()
                .listClusterAdminCredentials("rg-" + cluster, cluster)
                .kubeconfigs()
                .getFirst()
                .value();
    }

    private JsonNode json(String cluster, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(cluster, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> get(String cluster, String path, String... headers)
            throws IOException, InterruptedException {
        String base = SimulatorClients.parts(kubeconfig(cluster)).get("server");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + clients.token(KubernetesEndpoint.AUDIENCE));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return clients.plain().send(request.build(), BodyHandlers.ofString(UTF_8));
    }
}
