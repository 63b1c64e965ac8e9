package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.LabelSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Forms that many kinds have in common. An absent field is null, and what it means is said here. */
final class Wires {

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addDeserializer(String.class, new BoundedText()))
            .build();

    private Wires() {}

    /** {@code metadata} of any object. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Metadata(
            @Nullable String name,
            @Nullable String namespace,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations) {}

    /** A label selector. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Selector(
            @Nullable Map<String, String> matchLabels,
            @Nullable List<Requirement> matchExpressions) {}

    /** One condition of a label selector. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Requirement(
            @Nullable String key,
            @Nullable String operator,
            @Nullable List<String> values) {}

    /** Something of which only matters that it is there. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Present() {}

    /** The name; the API writes no object without one. */
    static String name(@Nullable Metadata metadata) {
        if (metadata == null || metadata.name() == null) {
            throw new IllegalArgumentException("it has no name");
        }
        return metadata.name();
    }

    /** A selector as it is meant: an absent one chooses everything. */
    static LabelSelector selector(@Nullable Selector selector) {
        if (selector == null) {
            return LabelSelector.EVERYTHING;
        }
        return new LabelSelector(
                texts(selector.matchLabels()),
                list(selector.matchExpressions()).stream()
                        .map(r -> new LabelSelector.Requirement(text(r.key()), text(r.operator()), texts(r.values())))
                        .toList());
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static List<String> texts(@Nullable List<String> texts) {
        return list(texts);
    }

    static Map<String, String> texts(@Nullable Map<String, String> texts) {
        return values(texts);
    }

    /** A list without its nulls; an absent one is empty. */
    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    /** A map without its nulls; an absent one is empty. */
    static <T> Map<String, T> values(@Nullable Map<String, T> map) {
        Map<String, T> values = new LinkedHashMap<>();
        if (map != null) {
            map.forEach((key, value) -> {
                if (value != null) {
                    values.put(key, value);
                }
            });
        }
        return values;
    }

    /** Bounds what is kept of one object: no policy that a person wrote has a text as long as this. */
    private static final class BoundedText extends StdScalarDeserializer<String> {

        private static final int MOST = 64 * 1024;

        BoundedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString();
            if (text == null) {
                return context.reportInputMismatch(this, "%s where a text belongs", parser.currentToken());
            }
            if (text.length() > MOST) {
                return context.reportInputMismatch(this, "a text of more than %d characters", MOST);
            }
            return text;
        }
    }
}
