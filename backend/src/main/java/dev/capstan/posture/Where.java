package dev.capstan.posture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the conditions that a filter sets, with the values of their parameters; what is not set costs nothing. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * Adds the condition when there is a value for the parameter it names. A URL can hold a zero character and
     * PostgreSQL cannot: nothing is equal to such a text.
     */
    Where and(String condition, String parameter, @Nullable Object value) {
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            conditions.add("false");
        } else if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    /** Adds the condition when there are values for all the parameters it names, in the same way. */
    Where and(String condition, Map<String, String> values) {
        if (values.values().stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
            conditions.add("false");
        } else if (!values.isEmpty()) {
            conditions.add(condition);
            parameters.putAll(values);
        }
        return this;
    }

    /** Adds the condition when the text is not blank. The condition looks for it literally, so nothing is escaped. */
    Where andText(String condition, String parameter, String text) {
        return and(condition, parameter, text.isBlank() ? null : text.strip());
    }

    /** What follows {@code where}. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join("\n  and ", conditions);
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
