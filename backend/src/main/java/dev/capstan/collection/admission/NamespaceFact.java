package dev.capstan.collection.admission;

import java.util.Map;

/**
 * A namespace.
 *
 * @param name its name
 * @param labels all its labels, {@code kubernetes.io/metadata.name} among them
 */
public record NamespaceFact(String name, Map<String, String> labels) {

    public NamespaceFact {
        labels = Map.copyOf(labels);
    }
}
