package dev.capstan.simulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A security context as somebody wrote it, misspellings included. An empty map is {@code securityContext: {}}, null
 * means that nothing was written.
 *
 * @param fields the fields as they go over the wire
 */
public record SecuritySettings(@Nullable Map<String, Object> fields) {

    /** Nothing written at all. */
    public static final SecuritySettings UNSET = new SecuritySettings(null);

    /**
     * Reads the short form of the catalogue, words between spaces: {@code {}} (written, but empty), {@code caps={}},
     * {@code add=A,B}, {@code drop=A,B} ({@code add=[]} for an empty list), {@code privileged}, {@code unprivileged},
     * {@code uid=N}, {@code nonroot}, {@code noescalation}, {@code readonly}, {@code seccomp}.
     *
     * @throws IllegalArgumentException for a word that means nothing
     */
    public static SecuritySettings parse(List<String> words) {
        if (words.isEmpty()) {
            return UNSET;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, Object> capabilities = new LinkedHashMap<>();
        boolean capabilitiesWritten = false;
        for (String word : words) {
            int equals = word.indexOf('=');
            String key = equals < 0 ? word : word.substring(0, equals);
            String value = word.substring(equals + 1);
            switch (key) {
                case "{}" -> {}
                case "caps" -> capabilitiesWritten = true;
                case "add", "drop" -> capabilities.put(key, names(value));
                case "privileged" -> fields.put("privileged", true);
                case "unprivileged" -> fields.put("privileged", false);
                case "uid" -> fields.put("runAsUser", Long.valueOf(value));
                case "nonroot" -> fields.put("runAsNonRoot", true);
                case "noescalation" -> fields.put("allowPrivilegeEscalation", false);
                case "readonly" -> fields.put("readOnlyRootFilesystem", true);
                case "seccomp" -> fields.put("seccompProfile", Map.of("type", "RuntimeDefault"));
                default -> throw new IllegalArgumentException("Not a security setting: " + word);
            }
        }
        if (capabilitiesWritten || !capabilities.isEmpty()) {
            fields.put("capabilities", capabilities);
        }
        return new SecuritySettings(fields);
    }

    private static List<String> names(String value) {
        return value.equals("[]") ? List.of() : List.of(value.split(","));
    }

    /** Whether a reader who takes the declaration at its word finds nothing added and nothing privileged. */
    public boolean addsNothing() {
        if (fields == null) {
            return true;
        }
        boolean added = fields.get("capabilities") instanceof Map<?, ?> capabilities
                && capabilities.get("add") instanceof List<?> names
                && !names.isEmpty();
        return !added && !Boolean.TRUE.equals(fields.get("privileged"));
    }
}
