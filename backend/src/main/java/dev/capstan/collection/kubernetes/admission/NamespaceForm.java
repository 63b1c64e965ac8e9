package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.Marks;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Namespace. */
final class NamespaceForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata) {}

    private NamespaceForm() {}

    static List<NamespaceFact> facts(Wire wire) {
        String name = Wires.name(wire.metadata());
        if (wire.metadata() == null) {
            return List.of(new NamespaceFact(name, Map.of()));
        }
        Map<String, String> labels = Wires.texts(wire.metadata().labels());
        return List.of(new NamespaceFact(
                name, labels, Marks.of(labels, Wires.texts(wire.metadata().annotations()))));
    }
}
