package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A list of the API at one instant, from which pages are cut.
 *
 * @param kind the list's kind
 * @param apiVersion the list's version
 * @param t the instant it shows, which is its resource version too
 * @param items the objects, ordered by key
 */
record ObjectList(String kind, String apiVersion, Instant t, List<Item> items) {
    private static final int LARGEST_BUFFER = 1 << 16;
    private static final String PARTIAL = "as=partialobjectmetadatalist";

    /**
     * One object.
     *
     * @param key where it stands in the order of the list
     * @param writer writes its JSON
     */
    record Item(String key, Writer writer) {}

    /** Writes the JSON of an object, or of its metadata alone. */
    interface Writer {
        void write(OutputStream out, boolean partial) throws IOException;
    }

    /** The page that a call asks for, of what comes after a key. */
    Answer page(Call call, Optional<String> after) {
        boolean partial = call.accepts("Accept", PARTIAL);
        boolean zipped = call.accepts("Accept-Encoding", "gzip");
        int limit =
                call.parameter("limit").map(Integer::valueOf).filter(n -> n > 0).orElse(Integer.MAX_VALUE);
        int from = after.map(this::firstAfter).orElse(0);
        int to = (int) Math.min(items.size(), (long) from + limit);
        // Most lists are short, and there are many of them.
        int buffer = Math.min(LARGEST_BUFFER, 1024 * (1 + to - from));
        ByteArrayOutputStream body = new ByteArrayOutputStream(buffer);
        try (OutputStream out = new BufferedOutputStream(zipped ? fastGzip(body, buffer) : body, buffer)) {
            out.write(head(partial, from, to).getBytes(UTF_8));
            for (int i = from; i < to; i++) {
                if (i > from) {
                    out.write(',');
                }
                items.get(i).writer().write(out, partial);
            }
            out.write("]}\n".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        Answer answer = new Answer(200, Map.of("Content-Type", "application/json"), body.toByteArray());
        return zipped ? answer.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding") : answer;
    }

    private String head(boolean partial, int from, int to) {
        boolean more = to < items.size();
        String token =
                more ? new ContinueToken(t.toEpochMilli(), items.get(to - 1).key()).toString() : null;
        String metadata = Json.MAPPER.writeValueAsString(object("resourceVersion", Long.toString(t.toEpochMilli()))
                .with("continue", token)
                .with("remainingItemCount", more ? items.size() - to : null));
        return "{\"kind\":\"" + (partial ? "PartialObjectMetadataList" : kind) + "\",\"apiVersion\":\""
                + (partial ? "meta.k8s.io/v1" : apiVersion) + "\",\"metadata\":" + metadata + ",\"items\":[";
    }

    private int firstAfter(String key) {
        int i = 0;
        while (i < items.size() && items.get(i).key().compareTo(key) <= 0) {
            i++;
        }
        return i;
    }

    private static OutputStream fastGzip(OutputStream out, int buffer) throws IOException {
        return new GZIPOutputStream(out, buffer) {
            {
                def.setLevel(Deflater.BEST_SPEED); // as the API server does; the constructor takes no level
            }
        };
    }
}
