package dev.capstan.collection.kubernetes;

import dev.capstan.collection.CollectionSettings;
import dev.capstan.collection.FailureCause;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One cluster's API server: asks for lists page by page, one request at a time. Closing it forgets the access. */
final class KubernetesApi implements AutoCloseable {

    private static final String WHOLE = "application/json";
    private static final String METADATA_ONLY = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
    private static final int ERROR_BODY_LIMIT = 64 * 1024;

    private final KubernetesClient client;
    private final String server;
    private final int pageSize;
    private final Duration pageLimit;
    private final long deadline;

    KubernetesApi(ClusterAccess access, CollectionSettings settings) {
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        // Nothing of this machine's own kubeconfig or environment may leak into the connection.
                        .withAutoConfigure(false)
                        .withMasterUrl(access.server().toString())
                        .withCaCertData(access.authorities())
                        .withClientCertData(access.clientCertificate())
                        .withClientKeyData(access.clientKey())
                        .withConnectionTimeout(
                                Math.toIntExact(settings.probeLimit().toMillis()))
                        .withRequestTimeout(Math.toIntExact(settings.pageLimit().toMillis()))
                        // It ignores Retry-After: the schedule tries again instead.
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
        this.server = access.server().toString().replaceAll("/+$", "");
        this.pageSize = settings.pageSize();
        this.pageLimit = settings.pageLimit();
        this.deadline = System.nanoTime() + settings.clusterLimit().toNanos();
    }

    /** Asks for one page of whole objects. */
    <T> Page page(String path, @Nullable String token, Class<T> item, Consumer<T> items) throws CannotRead {
        return ask(path, WHOLE, token, item, items);
    }

    /** Asks for one page of objects of which only the metadata matters. */
    <T> Page metadataPage(String path, @Nullable String token, Class<T> item, Consumer<T> items) throws CannotRead {
        return ask(path, METADATA_ONLY, token, item, items);
    }

    private <T> Page ask(String path, String accept, @Nullable String token, Class<T> item, Consumer<T> items)
            throws CannotRead {
        long limit = Math.min(pageLimit.toNanos(), deadline - System.nanoTime());
        if (limit <= 0) {
            throw new CannotRead(FailureCause.TIMED_OUT, "The time for the whole cluster was used up");
        }
        HttpClient http = client.getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(server + path + "?limit=" + pageSize
                        + (token == null ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .setHeader("Accept", accept)
                .setHeader("Accept-Encoding", "gzip")
                .build();
        HttpResponse<InputStream> response = await(http.sendAsync(request, InputStream.class), limit);
        try (Watchdog body = new Watchdog(response.body(), limit);
                InputStream plain = unwrap(response, body.stream())) {
            if (response.isSuccessful()) {
                return read(plain, item, items, body);
            }
            return Refusal.of(response.code(), ListStream.status(plain.readNBytes(ERROR_BODY_LIMIT)));
        } catch (IOException e) {
            throw new CannotRead(FailureCause.UNREACHABLE_NETWORK, "The connection broke off: " + e.getMessage());
        }
    }

    private static <T> Page read(InputStream body, Class<T> item, Consumer<T> items, Watchdog watchdog)
            throws CannotRead {
        try {
            return new Page.Read(ListStream.read(body, item, items));
        } catch (IOException | JacksonException e) {
            if (watchdog.barked()) {
                throw new CannotRead(FailureCause.TIMED_OUT, "A page stalled in mid body");
            }
            throw new CannotRead(FailureCause.UNREACHABLE_NETWORK, "A page broke off: " + firstLine(e));
        }
    }

    private static InputStream unwrap(HttpResponse<?> response, InputStream body) throws IOException {
        return "gzip".equalsIgnoreCase(response.header("Content-Encoding")) ? new GZIPInputStream(body, 16_384) : body;
    }

    private static <T> T await(CompletableFuture<T> answer, long nanos) throws CannotRead {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new CannotRead(
                    FailureCause.TIMED_OUT,
                    "No answer within " + Duration.ofNanos(nanos).toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRead(FailureCause.TIMED_OUT, "Interrupted");
        } catch (ExecutionException e) {
            throw unanswered(e);
        }
    }

    private static CannotRead unanswered(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SSLException tls -> {
                    return new CannotRead(FailureCause.TLS, firstLine(tls));
                }
                case java.net.http.HttpTimeoutException timeout -> {
                    return new CannotRead(FailureCause.TIMED_OUT, firstLine(timeout));
                }
                default -> {
                    // Look further down.
                }
            }
        }
        return new CannotRead(FailureCause.UNREACHABLE_NETWORK, firstLine(e));
    }

    private static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName());
    }

    @Override
    public void close() {
        client.close();
    }
}
