package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class KubernetesSideOfTheSimulatorTest extends WithSimulatedClusters {
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
}
