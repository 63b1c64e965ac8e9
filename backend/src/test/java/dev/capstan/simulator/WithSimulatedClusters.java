package dev.capstan.simulator;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Three clusters behind a simulator whose clock the test turns, and ways to talk to them. */
abstract class WithSimulatedClusters {
    protected static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    protected final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    protected final Faults faults = new Faults();
    protected final SimulatorServer server = SimulatorServer.start(
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
    protected final SimulatorClients clients = new SimulatorClients(server);

    @AfterEach
    void stop() {
        server.close();
    }

    protected byte[] kubeconfig(String cluster) {
        return clients.containerService(server.clientSecret())
                .serviceClient()
                .getManagedClusters()
                .listClusterAdminCredentials("rg-" + cluster, cluster)
                .kubeconfigs()
                .getFirst()
                .value();
    }

    protected KubernetesClient admin(String cluster) {
        return SimulatorClients.kubernetes(kubeconfig(cluster));
    }

    protected static PodList page(KubernetesClient client, @Nullable String token) {
        ListOptions options =
                new ListOptionsBuilder().withLimit(10L).withContinue(token).build();
        return client.pods().inAnyNamespace().list(options);
    }

    protected HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        String base = SimulatorClients.parts(kubeconfig("quay")).get("server");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return clients.plain().send(request.build(), BodyHandlers.ofByteArray());
    }

    protected String token(String audience) throws IOException, InterruptedException {
        return clients.token(audience);
    }
}
