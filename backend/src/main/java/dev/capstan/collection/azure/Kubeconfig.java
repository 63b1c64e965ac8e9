package dev.capstan.collection.azure;

import dev.capstan.collection.kubernetes.ClusterAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Takes from a kubeconfig the four values that a reading needs. The text itself is never handed on: a client that
 * parses it would run the commands that it may hold ({@code users[].user.exec}).
 */
final class Kubeconfig {

    private Kubeconfig() {}

    /**
     * Reads the first cluster and the first user.
     *
     * @throws IllegalArgumentException when a value is missing; the message holds nothing of the text
     */
    static ClusterAccess read(byte[] text) {
        Map<?, ?> root = map(parse(text), "kubeconfig");
        Map<?, ?> cluster = entry(root, "clusters", "cluster");
        Map<?, ?> user = entry(root, "users", "user");
        return new ClusterAccess(
                URI.create(value(cluster, "server")),
                value(cluster, "certificate-authority-data"),
                value(user, "client-certificate-data"),
                value(user, "client-key-data"));
    }

    private static @Nullable Object parse(byte[] text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(text, StandardCharsets.UTF_8));
        } catch (YAMLException e) {
            // Without the cause, whose message quotes the text.
            throw new IllegalArgumentException("The kubeconfig is not YAML");
        }
    }

    private static Map<?, ?> entry(Map<?, ?> root, String list, String name) {
        if (root.get(list) instanceof List<?> entries && !entries.isEmpty()) {
            return map(map(entries.getFirst(), list).get(name), name);
        }
        throw new IllegalArgumentException("The kubeconfig has no " + list);
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("The kubeconfig has no readable " + what);
    }

    private static String value(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new IllegalArgumentException("The kubeconfig has no " + key);
    }
}
