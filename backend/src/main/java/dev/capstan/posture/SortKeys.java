package dev.capstan.posture;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * What a list can be sorted by. Only the expressions named here ever reach the database.
 *
 * @param expressions the SQL expression of each key that callers may name
 * @param unsorted the whole order when the caller names none
 * @param neverAbsent the keys that every row has; sorted downwards, the whole order is turned round, so that an index
 *     in that order can be read backwards
 * @param tieBreak follows every order, so that no two rows are equal and pages neither overlap nor leave gaps
 */
record SortKeys(Map<String, String> expressions, Set<String> neverAbsent, String unsorted, String tieBreak) {

    /** Keys of which any may be absent from a row. */
    SortKeys(Map<String, String> expressions, String unsorted, String tieBreak) {
        this(expressions, Set.of(), unsorted, tieBreak);
    }

    SortKeys {
        expressions = Map.copyOf(expressions);
        neverAbsent = Set.copyOf(neverAbsent);
    }

    /**
     * What follows {@code order by} to give the page. What is absent comes last in both directions.
     *
     * @throws IllegalArgumentException when the page is sorted by a key that there is not
     */
    String orderBy(Pageable page) {
        String limit = page.isPaged() ? "\nlimit %d offset %d".formatted(page.getPageSize(), page.getOffset()) : "";
        return order(page.getSort()) + limit;
    }

    /** The same without the page. */
    String order(Sort sort) {
        Sort.Order first = sort.stream().findFirst().orElse(null);
        if (first != null
                && neverAbsent.contains(first.getProperty())
                && sort.stream().count() == 1) {
            return first.isAscending()
                    ? expressions.get(first.getProperty()) + ", " + tieBreak
                    : expressions.get(first.getProperty()) + " desc, "
                            + Arrays.stream(tieBreak.split(", "))
                                    .map(part -> part + " desc")
                                    .collect(Collectors.joining(", "));
        }
        return (sort.isSorted() ? sort.stream().map(this::expression).collect(Collectors.joining(", ")) : unsorted)
                + ", " + tieBreak;
    }

    private String expression(Sort.Order order) {
        String expression = expressions.get(order.getProperty());
        if (expression == null) {
            throw new IllegalArgumentException("Cannot sort by %s, only by %s"
                    .formatted(order.getProperty(), new TreeSet<>(expressions.keySet())));
        }
        return expression + (order.isAscending() ? " asc" : " desc") + " nulls last";
    }
}
