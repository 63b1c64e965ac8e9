package dev.capstan.collection.kubernetes.admission;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rule's {@code preconditions}. Kyverno's own samples carry one that only leaves out the deletion of pods; it takes
 * nothing away from what the rule stops.
 *
 * @see <a href="https://kyverno.io/docs/policy-types/cluster-policy/preconditions/">Preconditions</a>
 */
final class KyvernoPreconditions {

    private static final Set<String> UNLESS = Set.of("notequals", "notequal", "notin", "anynotin", "allnotin");
    private static final Set<String> WHEN = Set.of("in", "anyin", "allin");

    private KyvernoPreconditions() {}

    /** Whether some pods get around the rule because of them. */
    static boolean narrow(@Nullable JsonNode preconditions) {
        if (preconditions == null || preconditions.isNull()) {
            return false;
        }
        if (preconditions.isContainer() && preconditions.isEmpty()) {
            return false;
        }
        if (!preconditions.path("any").isEmpty()) {
            return true;
        }
        // Once it was a bare list, which had the meaning of all.
        JsonNode all = preconditions.isArray() ? preconditions : preconditions.path("all");
        for (JsonNode condition : all) {
            if (!keepsPodsIn(condition)) {
                return true;
            }
        }
        return all.isEmpty();
    }

    private static boolean keepsPodsIn(JsonNode condition) {
        if (!condition.path("key").toString().contains("request.operation")) {
            return false;
        }
        String operator =
                condition.path("operator").toString().replace("\"", "").toLowerCase(Locale.ROOT);
        Set<String> operations = new HashSet<>();
        JsonNode value = condition.path("value");
        if (value.isArray()) {
            value.forEach(one -> operations.add(one.toString().replace("\"", "")));
        } else {
            operations.add(value.toString().replace("\"", ""));
        }
        return UNLESS.contains(operator)
                ? operations.stream().noneMatch(KyvernoFilter.ADMITTING::contains)
                        && operations.stream().allMatch(Set.of("DELETE", "CONNECT")::contains)
                : WHEN.contains(operator) && operations.containsAll(KyvernoFilter.ADMITTING);
    }
}
