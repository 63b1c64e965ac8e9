package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.capstan.simulator.world.Admission;
import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.Pod;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads 120 days of the demo's fleet over HTTPS, page by page and zipped, and throws it away: what the server costs.
 * Prints the CPU of the whole process, the client's TLS included.
 */
final class SimulatorBenchmark {
    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");
    private static final Pattern CONTINUE = Pattern.compile("\"continue\":\"([^\"]+)\"");
    private static final List<String> LISTS = List.of(
            Admission.WEBHOOKS,
            Admission.POLICIES,
            Admission.BINDINGS,
            Admission.TEMPLATES,
            Admission.CONSTRAINTS + "k8sazurev3allowedcapabilities",
            Admission.CONFIGS,
            "/apis/kyverno.io/v1/clusterpolicies",
            "/apis/kyverno.io/v1/policies",
            "/apis/kyverno.io/v2/policyexceptions",
            "/apis/policies.kyverno.io/v1alpha1/validatingpolicies",
            Admission.POD_SECURITY_POLICIES,
            "/apis/apps/v1/deployments",
            "/apis/apps/v1/daemonsets",
            "/apis/apps/v1/statefulsets");
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private SimulatorBenchmark() {}

    public static void main(String[] args) throws Exception {
        world();
        overHttps(args.length == 0 || !args[0].equals("plain"));
    }

    private static void world() {
        long from = PROCESS.getProcessCpuTime();
        SimulatedFleet fleet = SimulatedFleet.demo(42, EPOCH);
        int pods = 0;
        for (int day = 0; day < 120; day++) {
            for (Cluster cluster : fleet.clusters()) {
                for (Pod pod : cluster.podsAt(EPOCH.plus(Duration.ofDays(day)))) {
                    pods += pod.name().isEmpty() ? 0 : 1;
                }
            }
        }
        System.out.printf("world alone: %,d pods, %.1f CPU s%n", pods, since(from));
    }

    private static void overHttps(boolean zipped) throws Exception {
        SimulatedFleet fleet = SimulatedFleet.demo(42, EPOCH);
        AtomicReference<Instant> now = new AtomicReference<>(EPOCH);
        long started = System.nanoTime();
        long from = PROCESS.getProcessCpuTime();
        long bytes = 0;
        int pages = 0;
        int lists = 0;
        try (SimulatorServer server =
                SimulatorServer.start(fleet, ((InstantSource) now::get).withZone(ZoneOffset.UTC))) {
            SimulatorClients clients = new SimulatorClients(server);
            String bearer = "Bearer " + clients.token(KubernetesEndpoint.AUDIENCE);
            System.out.printf("start: %.2f s, %.1f CPU s%n", (System.nanoTime() - started) / 1e9, since(from));
            from = PROCESS.getProcessCpuTime();
            for (int day = 0; day < 120; day++) {
                now.set(EPOCH.plus(Duration.ofDays(day)));
                for (Cluster cluster : fleet.clusters()) {
                    for (String path : LISTS) {
                        get(clients, server.resourceManager() + "/clusters/" + cluster.dnsLabel() + path, bearer);
                        lists++;
                    }
                    String token = "";
                    do {
                        URI uri = URI.create(server.resourceManager() + "/clusters/" + cluster.dnsLabel()
                                + "/api/v1/pods?limit=500" + (token.isEmpty() ? "" : "&continue=" + token));
                        HttpRequest.Builder request =
                                HttpRequest.newBuilder(uri).header("Authorization", bearer);
                        if (zipped) {
                            request.header("Accept-Encoding", "gzip");
                        }
                        HttpResponse<byte[]> page = clients.plain().send(request.build(), BodyHandlers.ofByteArray());
                        bytes += page.body().length;
                        pages++;
                        token = page.statusCode() == 200 ? token(page.body(), zipped) : "";
                    } while (!token.isEmpty());
                }
            }
        }
        System.out.printf(
                "over HTTPS%s: %,d pages, %,d other lists, %,d MB, %.1f CPU s, %.1f s%n",
                zipped ? ", zipped" : "", pages, lists, bytes >> 20, since(from), (System.nanoTime() - started) / 1e9);
    }

    private static void get(SimulatorClients clients, String url, String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", bearer)
                .build();
        clients.plain().send(request, BodyHandlers.ofByteArray());
    }

    /** The continue token stands at the beginning; the rest is not even unzipped. */
    private static String token(byte[] body, boolean zipped) throws Exception {
        byte[] head = new byte[400];
        InputStream in = new ByteArrayInputStream(body);
        int read = (zipped ? new GZIPInputStream(in) : in).readNBytes(head, 0, head.length);
        Matcher matcher = CONTINUE.matcher(new String(head, 0, read, UTF_8));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static double since(long from) {
        return (PROCESS.getProcessCpuTime() - from) / 1e9;
    }
}
