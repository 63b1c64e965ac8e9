package dev.capstan.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which revision a workload has at an instant. Instants before the first revision answer with the first. */
@FunctionalInterface
public interface History {

    Revision at(Instant t);

    /** A history of given templates, each from its instant on, rolled out at once. */
    static History of(Map<Instant, PodTemplate> templates) {
        NavigableMap<Instant, Revision> revisions = new TreeMap<>();
        Revision last = null;
        for (Map.Entry<Instant, PodTemplate> entry : new TreeMap<>(templates).entrySet()) {
            last = new Revision(revisions.size() + 1, entry.getKey(), Duration.ZERO, entry.getValue(), last);
            revisions.put(entry.getKey(), last);
        }
        return t -> {
            Map.Entry<Instant, Revision> entry = revisions.floorEntry(t);
            return entry == null ? revisions.firstEntry().getValue() : entry.getValue();
        };
    }
}
