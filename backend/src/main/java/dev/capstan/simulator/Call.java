package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param method the HTTP method
 * @param path the decoded path
 * @param query the decoded query parameters; of repeated ones the last
 * @param headers the headers
 * @param body the body as text
 * @param client the certificate that the client showed, null where it showed none
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Headers headers,
        String body,
        @Nullable X509Certificate client) {

    static Call of(HttpsExchange exchange) throws IOException {
        String rawQuery = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                form(rawQuery == null ? "" : rawQuery),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                certificate(exchange));
    }

    /** The body's fields where it is a form. */
    Map<String, String> form() {
        return form(body);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** The bearer token, where the client sent one. */
    Optional<String> bearer() {
        String header = headers.getFirst("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    boolean accepts(String header, String wanted) {
        String value = headers.getFirst(header);
        return value != null && value.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static @Nullable X509Certificate certificate(HttpsExchange exchange) {
        try {
            return (X509Certificate) exchange.getSSLSession().getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            return null; // the way the JDK says that the client showed no certificate
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&")) {
            int equals = field.indexOf('=');
            String name = URLDecoder.decode(equals < 0 ? field : field.substring(0, equals), UTF_8);
            fields.put(name, equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), UTF_8));
        }
        return fields;
    }
}
