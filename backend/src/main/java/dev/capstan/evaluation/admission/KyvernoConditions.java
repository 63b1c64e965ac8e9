package dev.capstan.evaluation.admission;

import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.Wildcards;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deny conditions in the forms of Kyverno's public samples disallow-capabilities and disallow-capabilities-strict:
 * {@code add} compared by AnyNotIn with a list, and ALL demanded among {@code drop}. Kyverno compares letter by letter,
 * with wildcards. AllNotIn on {@code add} is not among them: one allowed name beside it lets a forbidden one in.
 *
 * @see <a href="https://kyverno.io/policies/pod-security/restricted/disallow-capabilities-strict/">
 *     disallow-capabilities-strict</a>
 */
final class KyvernoConditions {

    private record Condition(String key, String operator, Object value) {}

    private KyvernoConditions() {}

    /** What the conditions of a rule demand of every container; empty where they are of another form. */
    static Optional<AllowList> demand(Map<String, Object> validate) {
        List<Optional<AllowList>> demands = new ArrayList<>();
        if (validate.get("deny") instanceof Map<?, ?> deny) {
            demands.addAll(demands(deny, ""));
        }
        for (Object item : items(validate.get("foreach"))) {
            boolean plain = item instanceof Map<?, ?> each && !each.containsKey("preconditions");
            if (plain && ((Map<?, ?>) item).get("deny") instanceof Map<?, ?> deny) {
                demands.addAll(demands(deny, String.valueOf(((Map<?, ?>) item).get("list"))));
            }
        }
        return demands.stream().flatMap(Optional::stream).reduce(AllowList::and);
    }

    /** A list's items; none where it is no list. */
    static List<?> items(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** One that stands alone under all, or any of those under any, refuses by itself. */
    private static List<Optional<AllowList>> demands(Map<?, ?> deny, String list) {
        if (!(deny.get("conditions") instanceof Map<?, ?> conditions)) {
            return List.of();
        }
        List<?> all = items(conditions.get("all"));
        List<?> any = items(conditions.get("any"));
        if (all.size() + (any.isEmpty() ? 0 : 1) != 1) {
            return List.of();
        }
        return Stream.concat(all.stream(), any.stream())
                .map(KyvernoConditions::condition)
                .map(condition -> demand(condition, list))
                .toList();
    }

    private static Condition condition(Object item) {
        Map<?, ?> fields = item instanceof Map<?, ?> map ? map : Map.of();
        return new Condition(
                String.valueOf(fields.get("key")),
                String.valueOf(fields.get("operator")),
                Optional.<Object>ofNullable(fields.get("value")).orElse(""));
    }

    private static Optional<AllowList> demand(Condition condition, String list) {
        String where = list + condition.key() + condition.value();
        if (!Stream.of("containers", "initContainers", "ephemeralContainers").allMatch(where::contains)) {
            return Optional.empty();
        }
        if (condition.key().contains("capabilities.add") && condition.operator().equals("AnyNotIn")) {
            return condition.value() instanceof List<?> allowed ? Optional.of(allowed(allowed)) : Optional.empty();
        }
        return demandsAll(condition)
                ? Optional.of(new AllowList(true, AllowList.ANYTHING.capabilities(), true))
                : Optional.empty();
    }

    /** ALL not among the dropped, or none of the dropped being ALL. */
    private static boolean demandsAll(Condition condition) {
        String operator = condition.operator();
        boolean sought = condition.key().equals("ALL")
                && condition.value() instanceof String dropped
                && dropped.contains("capabilities.drop")
                && List.of("AnyNotIn", "AllNotIn", "NotIn").contains(operator);
        boolean among = condition.key().contains("capabilities.drop")
                && operator.equals("AllNotIn")
                && List.of("ALL").equals(condition.value());
        return sought || among;
    }

    /** Every capability that a listed name stands for, in the case in which a pod would have to write it. */
    private static AllowList allowed(Collection<?> values) {
        List<String> patterns = values.stream()
                .map(value -> String.valueOf(value).toUpperCase(Locale.ROOT))
                .toList();
        return AllowList.of(
                Stream.concat(Stream.of("ALL"), Stream.of(Capability.values()).map(Capability::name))
                        .filter(name -> Wildcards.any(patterns, name))
                        .toList(),
                List.of());
    }
}
