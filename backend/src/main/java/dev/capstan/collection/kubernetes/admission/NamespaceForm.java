package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.NamespaceFact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Namespace. */
final class NamespaceForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata) {}

    private NamespaceForm() {}

    static List<NamespaceFact> facts(Wire wire) {
        return List.of(new NamespaceFact(
                Wires.name(wire.metadata()),
                wire.metadata() == null
                        ? java.util.Map.of()
                        : Wires.texts(wire.metadata().labels())));
    }
}
