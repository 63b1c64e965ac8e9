package dev.capstan.ownership;

import dev.capstan.collection.Marks;
import dev.capstan.evaluation.Wildcards;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One way to find an owner.
 *
 * @param source where to look
 * @param key the key of the label, annotation or tag; for {@link OwnerSource#NAMESPACE_NAME} a name in which {@code *}
 *     stands for any characters
 * @param owner the owner of all namespaces of such a name; empty for the other sources, which say it themselves
 */
public record OwnerRule(OwnerSource source, String key, String owner) {

    /** The longest key: a prefix of 253 letters, a slash and a name of 63. */
    public static final int LONGEST_KEY = 317;

    public OwnerRule {
        key = key.strip();
        owner = source == OwnerSource.NAMESPACE_NAME ? owner.strip() : "";
    }

    /** A rule that takes what it finds under the key. */
    public static OwnerRule of(OwnerSource source, String key) {
        return new OwnerRule(source, key, "");
    }

    /** What is wrong with the rule, as a sentence; empty when it can be used. */
    public Optional<String> problem() {
        if (key.isEmpty()) {
            return Optional.of(
                    source == OwnerSource.NAMESPACE_NAME ? "Name the namespaces it is for." : "Name the key.");
        }
        if (key.length() > LONGEST_KEY || hasControls(key)) {
            return Optional.of("That is no key: it is longer than %d characters, or has some that none has."
                    .formatted(LONGEST_KEY));
        }
        if (source != OwnerSource.NAMESPACE_NAME) {
            return Optional.empty();
        }
        String written = OwnerName.parse(owner).orElse("");
        if (written.isEmpty()) {
            return Optional.of("Name the owner.");
        }
        return written.equals(owner)
                ? Optional.empty()
                : Optional.of("An owner's name has at most %d characters, and none that cannot be seen."
                        .formatted(OwnerName.LONGEST));
    }

    /** What the rule says of a workload, or null when it says nothing. */
    @Nullable String ownerOf(Owned workload) {
        return switch (source) {
            case WORKLOAD_LABEL -> said(workload.marks().labels());
            case WORKLOAD_ANNOTATION -> said(workload.marks().annotations());
            case NAMESPACE_LABEL -> said(workload.place().marks().labels());
            case NAMESPACE_ANNOTATION -> said(workload.place().marks().annotations());
            case CLUSTER_TAG ->
                OwnerName.parse(workload.place().tags().get(key.toLowerCase(Locale.ROOT)))
                        .orElse(null);
            case NAMESPACE_NAME -> Wildcards.matches(key, workload.place().namespace()) ? owner : null;
        };
    }

    private @Nullable String said(SortedMap<String, String> values) {
        return OwnerName.parse(values.get(key)).orElse(null);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * A workload with all that can name its owner.
     *
     * @param marks its own labels and annotations
     * @param place what stands around it
     */
    record Owned(Marks marks, Place place) {}

    /**
     * A namespace of a cluster.
     *
     * @param namespace its name
     * @param marks its labels and annotations
     * @param tags the cluster's tags, their keys in lower case: Azure does not tell the cases apart
     */
    record Place(String namespace, Marks marks, Map<String, String> tags) {}
}
