package dev.capstan.collection.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a Kubernetes list item by item, so that no more than one item is in memory. */
final class ListStream {

    /** The {@code metadata} of a list or of a Status. */
    record ListMetadata(
            @Nullable String resourceVersion,
            @JsonProperty("continue") @Nullable String token) {}

    /** A Status, the API's form of an error. */
    record Status(
            @Nullable ListMetadata metadata,
            @Nullable String message,
            @Nullable String reason) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ListStream() {}

    /**
     * Hands every item to the consumer and answers the token of the next page, or null after the last.
     *
     * @throws IOException when the body breaks off or is no list
     */
    static <T> @Nullable String read(InputStream body, Class<T> item, Consumer<T> items) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("The answer is no JSON object");
            }
            String next = null;
            boolean list = false;
            JsonToken token;
            while ((token = parser.nextToken()) == JsonToken.PROPERTY_NAME) {
                String property = parser.currentName();
                JsonToken value = parser.nextToken();
                if ("items".equals(property) && value == JsonToken.START_ARRAY) {
                    list = true;
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        items.accept(JSON.readValue(parser, item));
                    }
                    if (parser.currentToken() != JsonToken.END_ARRAY) {
                        throw new IOException("An item of the list is no object");
                    }
                } else if ("metadata".equals(property)) {
                    next = emptyToNull(JSON.readValue(parser, ListMetadata.class));
                } else if ("items".equals(property)) {
                    list = true; // null, as some servers write an empty list
                } else {
                    parser.skipChildren();
                }
            }
            if (!list || token != JsonToken.END_OBJECT) {
                throw new IOException("The answer is no list");
            }
            return next;
        }
    }

    /** Reads an error's body; what is no Status (a proxy's page, plain text) becomes its message. */
    static Status status(byte[] body) {
        try {
            return JSON.readValue(body, Status.class);
        } catch (tools.jackson.core.JacksonException e) {
            String text = new String(body, java.nio.charset.StandardCharsets.UTF_8).strip();
            return new Status(null, text.length() > 200 ? text.substring(0, 200) : text, null);
        }
    }

    static @Nullable String emptyToNull(@Nullable ListMetadata metadata) {
        return metadata == null || metadata.token() == null || metadata.token().isEmpty() ? null : metadata.token();
    }
}
