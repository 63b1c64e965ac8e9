package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KubernetesSideOfTheSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Faults faults = new Faults();
    private final SimulatorServer server = SimulatorServer.start(
            ClusterFixture.fleet(
                    ClusterFixture.named("quay")
                            .deployment(
                                    "shop/cart",
                                    25,
                                    "init setup example.test/setup:1 add=CHOWN",
                                    "sidecar proxy example.test/proxy:1 drop=ALL",
                                    "app cart example.test/cart:1 drop=ALL add=NET_BIND_SERVICE",
                                    "ephemeral debug example.test/debug:1 privileged")
                            .daemonSet("kube-system/agent", "app agent example.test/agent:1 privileged")
                            .statefulSet("shop/db", 3, "app db example.test/db:1")
                            .cronJob("shop/report", "app report example.test/report:1")
                            .pod("shop/loose", "app loose example.test/loose:1")
                            .rollout("shop/canary", 2, "app canary example.test/canary:1")
                            .deployment("win/legacy", 1, "app legacy example.test/legacy:1")
                            .withPodSettings("windows")
                            .nodes(2, 1),
                    ClusterFixture.named("berth").deployment("shop/cart", 1, "app cart example.test/cart:1"),
                    ClusterFixture.named("closed")
                            .deployment("shop/cart", 1, "app cart example.test/cart:1")
                            .forbiddenFrom(NOW)),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC),
            faults);
    private final SimulatorClients clients = new SimulatorClients(server);

    @AfterEach
    void stop() {
        server.close();
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

    private KubernetesClient admin(String cluster) {
        return SimulatorClients.kubernetes(kubeconfig(cluster));
    }

    private static PodList page(KubernetesClient client, @Nullable String token) {
        ListOptions options =
                new ListOptionsBuilder().withLimit(10L).withContinue(token).build();
        return client.pods().inAnyNamespace().list(options);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        String base = SimulatorClients.parts(kubeconfig("quay")).get("server");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return clients.plain().send(request.build(), BodyHandlers.ofByteArray());
    }

    private String token(String audience) throws IOException, InterruptedException {
        return clients.token(audience);
    }

    @Test
    void fabric8ReadsEveryPodOnceThroughPages() {
        try (KubernetesClient client = admin("quay")) {
            List<Pod> pods = new ArrayList<>();
            PodList page = page(client, null);
            assertThat(page.getMetadata().getRemainingItemCount()).isEqualTo(27);
            pods.addAll(page.getItems());
            while (page.getMetadata().getContinue() != null) {
                page = page(client, page.getMetadata().getContinue());
                pods.addAll(page.getItems());
            }
            assertThat(pods)
                    .hasSize(37)
                    .extracting(pod -> pod.getMetadata().getUid())
                    .doesNotHaveDuplicates();
            assertThat(faults.count(RequestKind.PODS, "quay")).isEqualTo(4);
        }
    }

    @Test
    void allFourKindsOfContainerArriveAsTheApiHasThem() {
        try (KubernetesClient client = admin("quay")) {
            Pod pod = client.pods().inAnyNamespace().list().getItems().stream()
                    .filter(found -> found.getMetadata().getName().startsWith("cart-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(pod.getSpec().getInitContainers())
                    .extracting(Container::getName, Container::getRestartPolicy)
                    .containsExactly(tuple("setup", null), tuple("proxy", "Always"));
            assertThat(pod.getSpec()
                            .getContainers()
                            .getFirst()
                            .getSecurityContext()
                            .getCapabilities()
                            .getAdd())
                    .containsExactly("NET_BIND_SERVICE");
            assertThat(pod.getSpec()
                            .getEphemeralContainers()
                            .getFirst()
                            .getSecurityContext()
                            .getPrivileged())
                    .isTrue();
            assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
        }
    }

    @Test
    void everyPodLeadsToItsWorkloadThroughOwners() {
        try (KubernetesClient client = admin("quay")) {
            Map<String, String> owners = new HashMap<>();
            client.apps()
                    .replicaSets()
                    .inAnyNamespace()
                    .list()
                    .getItems()
                    .forEach(set -> owners.put(
                            set.getMetadata().getUid(),
                            set.getMetadata().getOwnerReferences().getFirst().getKind()));
            client.batch()
                    .v1()
                    .jobs()
                    .inAnyNamespace()
                    .list()
                    .getItems()
                    .forEach(job -> owners.put(
                            job.getMetadata().getUid(),
                            job.getMetadata().getOwnerReferences().getFirst().getKind()));
            List<String> kinds = client.pods().inAnyNamespace().list().getItems().stream()
                    .map(pod -> pod.getMetadata().getOwnerReferences())
                    .map(refs -> refs.isEmpty()
                            ? "Pod"
                            : owners.getOrDefault(
                                    refs.getFirst().getUid(), refs.getFirst().getKind()))
                    .distinct()
                    .toList();
            assertThat(kinds)
                    .containsExactlyInAnyOrder("Deployment", "DaemonSet", "StatefulSet", "CronJob", "Pod", "Rollout");
        }
    }

    @Test
    void versionNamespacesAndNodesAreServed() {
        try (KubernetesClient client = admin("quay")) {
            assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.33.4");
            assertThat(client.namespaces().list().getItems())
                    .extracting(namespace -> namespace.getMetadata().getName())
                    .contains("shop", "kube-system");
            assertThat(client.nodes().list().getItems())
                    .extracting(node -> node.getStatus().getNodeInfo().getOperatingSystem())
                    .containsExactlyInAnyOrder("linux", "linux", "windows");
        }
    }

    @Test
    void metadataAloneComesWhenAskedFor() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(
                "/apis/apps/v1/replicasets?limit=1",
                "Accept",
                "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io",
                "Authorization",
                "Bearer " + token(KubernetesEndpoint.AUDIENCE));
        JsonNode list = Json.MAPPER.readTree(answer.body());
        assertThat(list.path("kind").asString()).isEqualTo("PartialObjectMetadataList");
        assertThat(list.path("items").get(0).path("kind").asString()).isEqualTo("PartialObjectMetadata");
        assertThat(list.path("items").get(0).has("spec")).isFalse();
        assertThat(list.path("metadata").path("continue").asString()).isNotEmpty();
    }

    @Test
    void pagesAreZippedWhereTheClientTakesThat() throws IOException, InterruptedException {
        String bearer = "Bearer " + token(KubernetesEndpoint.AUDIENCE);
        HttpResponse<byte[]> plain = get("/api/v1/pods", "Authorization", bearer);
        HttpResponse<byte[]> zipped = get("/api/v1/pods", "Authorization", bearer, "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.body().length).isLessThan(plain.body().length / 5);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    @Test
    void aListGoesOnAsItBeganWhileTheWorldChanges() {
        try (KubernetesClient client = admin("quay")) {
            PodList first = page(client, null);
            now.set(NOW.plus(Duration.ofMinutes(4)));
            PodList second = page(client, first.getMetadata().getContinue());
            assertThat(second.getMetadata().getResourceVersion())
                    .isEqualTo(first.getMetadata().getResourceVersion());
        }
    }

    @Test
    void aContinueTokenDiesAfterFiveMinutesAndTheErrorHoldsAFreshOne() {
        try (KubernetesClient client = admin("quay")) {
            PodList first = page(client, null);
            now.set(NOW.plus(Duration.ofMinutes(6)));
            assertThatThrownBy(() -> page(client, first.getMetadata().getContinue()))
                    .isInstanceOfSatisfying(KubernetesClientException.class, e -> {
                        assertThat(e.getCode()).isEqualTo(410);
                        assertThat(e.getStatus().getReason()).isEqualTo("Expired");
                        PodList rest = page(client, e.getStatus().getMetadata().getContinue());
                        assertThat(rest.getItems()).hasSize(10);
                        assertThat(rest.getMetadata().getResourceVersion())
                                .isNotEqualTo(first.getMetadata().getResourceVersion());
                    });
        }
    }

    @Test
    void tokensCanBeMadeToExpire() {
        faults.cluster("quay").expireContinueTokens(1);
        try (KubernetesClient client = admin("quay")) {
            PodList first = page(client, null);
            assertThatThrownBy(() -> page(client, first.getMetadata().getContinue()))
                    .hasMessageContaining("too old");
            assertThat(page(client, first.getMetadata().getContinue()).getItems())
                    .hasSize(10);
        }
    }

    @Test
    void nobodyIsAnonymousAndStrangersAreUnauthorized() throws IOException, InterruptedException {
        HttpResponse<byte[]> anonymous = get("/api/v1/pods");
        assertThat(anonymous.statusCode()).isEqualTo(403);
        assertThat(new String(anonymous.body(), UTF_8)).contains("system:anonymous");
        assertThat(get("/api/v1/pods", "Authorization", "Bearer x.y.z").statusCode())
                .isEqualTo(401);
        String forAzure = token("https://management.azure.com");
        assertThat(get("/api/v1/pods", "Authorization", "Bearer " + forAzure).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAdminCertificateIsGoodForItsOwnClusterAlone() {
        byte[] berth = kubeconfig("berth");
        String quay = SimulatorClients.parts(kubeconfig("quay")).get("server");
        byte[] crossed = new String(berth, UTF_8)
                .replace(SimulatorClients.parts(berth).get("server"), quay)
                .getBytes(UTF_8);
        try (KubernetesClient client = SimulatorClients.kubernetes(crossed)) {
            assertThatThrownBy(() -> client.pods().inAnyNamespace().list())
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            e -> assertThat(e.getCode()).isEqualTo(401));
        }
    }

    @Test
    void aClusterThatForbidsSaysSoInTheWordsOfAzure() {
        try (KubernetesClient client = admin("closed")) {
            assertThatThrownBy(() -> client.pods().inAnyNamespace().list())
                    .hasMessageContaining("Update role assignment to allow access");
            assertThat(client.namespaces().list().getItems()).isNotEmpty();
        }
    }

    @Test
    void aKindThatIsNotInstalledIsAPlainText() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(
                "/apis/constraints.gatekeeper.sh/v1beta1",
                "Authorization",
                "Bearer " + token(KubernetesEndpoint.AUDIENCE));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo("404 page not found\n");
    }

    @Test
    void aForeignAuthorityInTheKubeconfigBreaksTheHandshake() {
        faults.wrongAuthority("berth");
        try (KubernetesClient client = admin("berth")) {
            assertThatThrownBy(() -> client.pods().inAnyNamespace().list())
                    .hasRootCauseInstanceOf(CertPathBuilderException.class);
        }
    }

    @Test
    void aPageWaitsAtAGateUntilItIsOpened() throws InterruptedException {
        Gate gate = faults.cluster("quay").only(RequestKind.PODS).hold();
        try (KubernetesClient client = admin("quay")) {
            CompletableFuture<PodList> page = CompletableFuture.supplyAsync(() -> page(client, null));
            assertThat(gate.awaitArrival(Duration.ofSeconds(10))).isTrue();
            assertThat(page).isNotDone();
            gate.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aBodyCanStallAndBeCutOffAndAConnectionDropped() throws InterruptedException {
        Gate gate = faults.cluster("quay").only(RequestKind.PODS).stall();
        try (KubernetesClient client = admin("quay")) {
            CompletableFuture<PodList> page = CompletableFuture.supplyAsync(() -> page(client, null));
            assertThat(gate.awaitArrival(Duration.ofSeconds(10))).isTrue();
            assertThat(page).isNotDone();
            gate.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(10));
            faults.cluster("quay").cutOff(1);
            assertThatThrownBy(() -> page(client, null)).hasRootCauseInstanceOf(IOException.class);
            faults.cluster("quay").drop(2); // the JDK's client tries once more by itself
            assertThatThrownBy(() -> page(client, null)).hasRootCauseInstanceOf(IOException.class);
            assertThat(page(client, null).getItems()).hasSize(10);
        }
    }

    @Test
    void anOverloadedServerAnswersInPlainText() {
        faults.cluster("quay").throttle(1, Duration.ofSeconds(1));
        try (KubernetesClient client = admin("quay")) {
            assertThatThrownBy(() -> page(client, null))
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            e -> assertThat(e.getCode()).isEqualTo(429));
        }
    }
}
