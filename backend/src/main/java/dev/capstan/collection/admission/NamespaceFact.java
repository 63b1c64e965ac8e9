package dev.capstan.collection.admission;

import dev.capstan.collection.Marks;
import java.util.Map;

/**
 * A namespace.
 *
 * @param name its name
 * @param labels all its labels, {@code kubernetes.io/metadata.name} among them
 * @param marks what is kept of its labels and annotations
 */
public record NamespaceFact(String name, Map<String, String> labels, Marks marks) {

    public NamespaceFact {
        labels = Map.copyOf(labels);
    }

    /** A namespace without annotations. */
    public NamespaceFact(String name, Map<String, String> labels) {
        this(name, labels, Marks.of(labels, Map.of()));
    }
}
