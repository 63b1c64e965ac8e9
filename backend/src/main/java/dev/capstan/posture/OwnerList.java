package dev.capstan.posture;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/** The scores of owners as a list: there are as many as there are teams, so it is told apart and put in order in memory. */
public final class OwnerList {

    /** What the group of nobody is called. */
    public static final String NOBODY = "No owner";

    private static final Comparator<GroupScore> NOBODY_FIRST =
            Comparator.comparing(group -> group.name() == null ? 0 : 1);

    private static final Comparator<GroupScore> BY_NAME = Comparator.comparing(
                    (GroupScore group) -> name(group).toLowerCase(Locale.ROOT))
            .thenComparing(OwnerList::name);

    private OwnerList() {}

    /**
     * Those whose name has the text in it, in any case. Sortable by name, score, failing, workloads, clusters,
     * failingSince; nobody first, then most failing when unsorted. What is absent comes last in both directions.
     *
     * @throws IllegalArgumentException when they are to be sorted by something else
     */
    public static List<GroupScore> of(List<GroupScore> owners, String text, Sort sort) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Comparator<GroupScore> order = null;
        for (Sort.Order by : sort) {
            order = order == null ? order(by) : order.thenComparing(order(by));
        }
        if (order == null) {
            order = NOBODY_FIRST.thenComparing(
                    Comparator.<GroupScore>comparingLong(group -> group.score().failing())
                            .reversed());
        }
        return owners.stream()
                .filter(group -> name(group).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(order.thenComparing(BY_NAME))
                .toList();
    }

    /** The owner's name, or what nobody is called. */
    public static String name(GroupScore group) {
        return group.name() == null ? NOBODY : group.name();
    }

    private static Comparator<GroupScore> order(Sort.Order by) {
        return switch (by.getProperty()) {
            case "name" -> by.isAscending() ? BY_NAME : BY_NAME.reversed();
            case "score" -> by(by, OwnerList::share);
            case "failing" -> by(by, group -> group.score().failing());
            case "workloads" -> by(by, GroupScore::workloads);
            case "clusters" -> by(by, GroupScore::clusters);
            case "failingSince" -> by(by, GroupScore::failingSince);
            case String other -> throw new IllegalArgumentException("Cannot sort owners by " + other);
        };
    }

    private static @Nullable Double share(GroupScore group) {
        long assessed = group.score().assessed();
        return assessed == 0 ? null : (double) group.score().passing() / assessed;
    }

    private static <T extends Comparable<? super T>> Comparator<GroupScore> by(
            Sort.Order by, Function<GroupScore, @Nullable T> value) {
        Comparator<T> natural = Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(by.isAscending() ? natural : natural.reversed()));
    }
}
