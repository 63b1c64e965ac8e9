package dev.capstan.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A fleet behind HTTPS on loopback: Azure Resource Manager, Entra's token endpoint and every cluster's Kubernetes API
 * on one port. Clients need its authority's certificate and its application's secret, and nothing else of theirs
 * differs from the real thing.
 */
public final class SimulatorServer implements AutoCloseable {
    static {
        // Without it the JDK's server lets every small answer wait for the client's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final SimulatedFleet fleet;
    private final Clock clock;
    private final Faults faults;
    private final String secret;
    private final CertificateAuthority authority;
    private final EntraEndpoint entra;
    private final ArmEndpoint azure;
    private final KubernetesEndpoint kubernetes;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;

    private SimulatorServer(SimulatedFleet fleet, Clock clock, Faults faults) {
        this.fleet = fleet;
        this.clock = clock;
        this.faults = faults;
        // Certificates and tokens are checked by the clients' own clocks, not by the simulated one.
        Clock wall = Clock.systemUTC();
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        secret = HexFormat.of().formatHex(random);
        authority = new CertificateAuthority("Simulated fleet", wall);
        Tokens tokens = new Tokens(wall, fleet.tenantId(), fleet.clientId());
        Kubeconfigs kubeconfigs = new Kubeconfigs(authority, faults, wall);
        entra = new EntraEndpoint(fleet.tenantId(), fleet.clientId(), secret, tokens);
        azure = new ArmEndpoint(fleet, tokens, kubeconfigs);
        kubernetes = new KubernetesEndpoint(fleet, tokens, kubeconfigs);
        server = listening(authority);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts a server in which nothing goes wrong. Its world is the fleet's at the clock's instant, asked anew for
     * every request.
     */
    public static SimulatorServer start(SimulatedFleet fleet, Clock clock) {
        return start(fleet, clock, new Faults());
    }

    /** Starts a server that obeys a switchboard of faults. */
    public static SimulatorServer start(SimulatedFleet fleet, Clock clock, Faults faults) {
        return new SimulatorServer(fleet, clock, faults);
    }

    /** Where Azure Resource Manager listens, without a slash at the end. */
    public URI resourceManager() {
        return URI.create("https://localhost:" + server.getAddress().getPort());
    }

    /** Where Entra listens, without a slash at the end. */
    public URI authority() {
        return resourceManager();
    }

    /** The certificate of the authority that signed the server's, as PEM text. */
    public String caPem() {
        return CertificateAuthority.pem(authority.certificate());
    }

    public String tenantId() {
        return fleet.tenantId();
    }

    public String clientId() {
        return fleet.clientId();
    }

    /** The application's secret, another one at every start. */
    public String clientSecret() {
        return secret;
    }

    /** What goes wrong here, and what was asked for. */
    public Faults faults() {
        return faults;
    }

    /** Lets waiting requests go and stops at once. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of((HttpsExchange) exchange);
            Faults.Asked asked = asked(call.path());
            faults.begins(asked);
            try {
                answer(exchange, call, asked);
            } finally {
                faults.ends(asked);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Call call, Faults.Asked asked) throws IOException, InterruptedException {
        Faults.Fault fault =
                faults.next(asked, call.parameter("continue").isPresent()).orElse(null);
        switch (fault) {
            case null -> send(exchange, answer(call, asked, false), null, false);
            case Faults.Fault.Status(int code, var retryAfter) -> {
                Answer failed = failed(code, call, asked);
                Answer answer = retryAfter == null ? failed : failed.with("Retry-After", "" + retryAfter.toSeconds());
                send(exchange, answer, null, false);
            }
            case Faults.Fault.Held(Gate gate) -> {
                gate.pass();
                send(exchange, answer(call, asked, false), null, false);
            }
            case Faults.Fault.Stalled(Gate gate) -> send(exchange, answer(call, asked, false), gate, false);
            case Faults.Fault.Dropped() -> throw new IOException("Dropped, as the switchboard asked for");
            case Faults.Fault.CutOff() -> send(exchange, answer(call, asked, false), null, true);
            case Faults.Fault.Garbled() -> send(exchange, Answer.garbage(), null, false);
            case Faults.Fault.Expired() -> send(exchange, answer(call, asked, true), null, false);
        }
    }

    private static Answer failed(int code, Call call, Faults.Asked asked) {
        if (asked.kind() == RequestKind.SIGN_IN) {
            return EntraEndpoint.failed(code);
        }
        return asked.kind().isAzure() ? ArmErrors.of(code, call) : KubernetesErrors.of(code, call.path());
    }

    private Faults.Asked asked(String path) {
        if (EntraEndpoint.answers(path)) {
            return new Faults.Asked(RequestKind.SIGN_IN, "");
        }
        return ArmEndpoint.asked(path)
                .or(() -> kubernetes.asked(path))
                .orElseGet(() -> new Faults.Asked(RequestKind.OTHER, ""));
    }

    private Answer answer(Call call, Faults.Asked asked, boolean expire) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (asked.kind() == RequestKind.SIGN_IN) {
            return entra.answer(call, authority());
        } else if (kubernetes.asked(call.path()).isPresent()) {
            return kubernetes.answer(call, now, expire);
        }
        return azure.answer(call, resourceManager(), now)
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("x-ms-correlation-request-id", UUID.randomUUID().toString());
    }

    private static void send(HttpExchange exchange, Answer answer, @Nullable Gate midway, boolean cutOff)
            throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        OutputStream out = exchange.getResponseBody();
        int half = body.length / 2;
        out.write(body, 0, half);
        if (midway != null || cutOff) {
            out.flush();
        }
        if (cutOff) {
            throw new IOException("Cut off, as the switchboard asked for");
        }
        if (midway != null) {
            midway.pass();
        }
        out.write(body, half, body.length - half);
    }

    private static HttpsServer listening(CertificateAuthority authority) {
        try {
            char[] password = "only in memory".toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(authority.serverOnLoopback(password), password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {new AnyClient()}, null);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters tls = context.getDefaultSSLParameters();
                    tls.setWantClientAuth(true);
                    parameters.setSSLParameters(tls);
                }
            });
            return server;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No HTTPS server can be started on loopback", e);
        }
    }
}
