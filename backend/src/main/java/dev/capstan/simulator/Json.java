package dev.capstan.simulator;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON of the wire. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** An object that begins with this field. */
    static Fields object(String name, @Nullable Object value) {
        return new Fields().with(name, value);
    }

    /** An object whose fields keep the order in which they were named. */
    @SuppressWarnings("serial") // written as JSON only
    static final class Fields extends LinkedHashMap<String, Object> {

        private Fields() {}

        /** One more field; none where the value is null, as the real services leave out what is not set. */
        Fields with(String name, @Nullable Object value) {
            if (value != null) {
                put(name, value);
            }
            return this;
        }
    }
}
