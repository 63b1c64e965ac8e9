package dev.capstan.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A namespace.
 *
 * @param name its name
 * @param labels its labels, beside the one that carries its name, each set from its instant on
 */
public record Namespace(String name, NavigableMap<Instant, Map<String, String>> labels) {

    /** A namespace whose labels never change. */
    public static Namespace labelled(String name, Map<String, String> labels) {
        return new Namespace(name, new TreeMap<>(Map.of(Instant.EPOCH, labels)));
    }

    /** Its labels at an instant; none before there were any. */
    public Map<String, String> labelsAt(Instant t) {
        Map.Entry<Instant, Map<String, String>> entry = labels.floorEntry(t);
        return entry == null ? Map.of() : entry.getValue();
    }
}
