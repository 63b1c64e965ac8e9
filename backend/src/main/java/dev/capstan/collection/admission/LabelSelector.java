package dev.capstan.collection.admission;

import java.util.List;
import java.util.Map;

/**
 * Chooses objects by their labels; empty chooses all.
 *
 * @param matchLabels labels that must all be there with these values
 * @param matchExpressions conditions that must all hold
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Labels and selectors</a>
 */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {

    public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

    /**
     * One condition.
     *
     * @param key the label's key
     * @param operator In, NotIn, Exists or DoesNotExist, as written
     * @param values the values that In and NotIn speak of
     */
    public record Requirement(String key, String operator, List<String> values) {

        public Requirement {
            values = List.copyOf(values);
        }
    }

    public LabelSelector {
        matchLabels = Map.copyOf(matchLabels);
        matchExpressions = List.copyOf(matchExpressions);
    }

    /** Whether it chooses everything. */
    public boolean isEverything() {
        return matchLabels.isEmpty() && matchExpressions.isEmpty();
    }
}
