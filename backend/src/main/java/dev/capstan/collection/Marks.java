package dev.capstan.collection;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An object's labels and annotations, as far as they are kept: whatever a person may have written to say whose it is,
 * and nothing that is bulk, secret or different for each pod.
 *
 * @param labels in the order of their keys
 * @param annotations in the order of their keys
 */
public record Marks(SortedMap<String, String> labels, SortedMap<String, String> annotations) {

    /** Of an object without any. */
    public static final Marks NONE = new Marks(new TreeMap<>(), new TreeMap<>());

    // Kubernetes sets no limit of its own to their number. What nobody could have written by hand is not kept whole.
    private static final int MOST = 100;

    public Marks {
        labels = java.util.Collections.unmodifiableSortedMap(labels);
        annotations = java.util.Collections.unmodifiableSortedMap(annotations);
    }

    /** What is kept of an object's labels and annotations; a missing value is left out. */
    public static Marks of(
            @Nullable Map<String, ? extends @Nullable String> labels,
            @Nullable Map<String, ? extends @Nullable String> annotations) {
        SortedMap<String, String> keptLabels = kept(labels, MarkRules::keepsLabel);
        SortedMap<String, String> keptAnnotations = kept(annotations, MarkRules::keepsAnnotation);
        return keptLabels.isEmpty() && keptAnnotations.isEmpty() ? NONE : new Marks(keptLabels, keptAnnotations);
    }

    /** These, and of the others those under keys that these do not have. */
    public Marks orElse(Marks others) {
        return others.equals(NONE)
                ? this
                : equals(NONE) ? others : new Marks(both(labels, others.labels), both(annotations, others.annotations));
    }

    private static SortedMap<String, String> both(Map<String, String> first, Map<String, String> others) {
        SortedMap<String, String> both = new TreeMap<>(others);
        both.putAll(first);
        return both;
    }

    private static SortedMap<String, String> kept(
            @Nullable Map<String, ? extends @Nullable String> all, BiPredicate<String, String> rule) {
        SortedMap<String, String> kept = new TreeMap<>();
        if (all != null) {
            all.forEach((key, value) -> {
                if (value != null && rule.test(key, value)) {
                    kept.put(Kept.name(key), Kept.mark(value));
                }
            });
        }
        while (kept.size() > MOST) {
            kept.remove(kept.lastKey());
        }
        return kept;
    }
}
