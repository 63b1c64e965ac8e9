package dev.capstan.evaluation.admission;

import dev.capstan.collection.admission.LabelSelector;
import dev.capstan.collection.admission.LabelSelector.Requirement;
import java.util.Map;

/** Label selectors, as the API server reads them. */
final class Selectors {

    private Selectors() {}

    static boolean chooses(LabelSelector selector, Map<String, String> labels) {
        return selector.matchLabels().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
                && selector.matchExpressions().stream().allMatch(requirement -> holds(requirement, labels));
    }

    /** NotIn holds without the label, too. An operator that the API server does not know chooses nothing. */
    private static boolean holds(Requirement requirement, Map<String, String> labels) {
        boolean there = labels.containsKey(requirement.key());
        boolean among = there && requirement.values().contains(labels.get(requirement.key()));
        return switch (requirement.operator()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> there;
            case "DoesNotExist" -> !there;
            default -> false;
        };
    }
}
