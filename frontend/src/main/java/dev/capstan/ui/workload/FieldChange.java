package dev.capstan.ui.workload;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field of a container at two instants.
 *
 * @param then its value in words; a dash where the container did not run
 * @param difference what came and what went, where the values are lists; else empty
 */
record FieldChange(String field, String then, String now, String difference) {

    /** So many names are said one by one as a value. */
    static final int FEW = 6;

    /** So many names are said one by one as a difference. */
    private static final int NAMED = 12;

    private static final String ABSENT = "–";

    boolean changed() {
        return !then.equals(now) || !difference.isEmpty();
    }

    /** A field with one value in each variant. */
    static <T> FieldChange of(String field, List<T> then, List<T> now, Function<T, String> words) {
        return new FieldChange(field, words(then, words), words(now, words), "");
    }

    /** A field with a set of names in each variant, said in words that may be shorter than all names. */
    static <T> FieldChange ofNames(
            String field, List<T> then, List<T> now, Function<T, Set<String>> names, Function<T, String> words) {
        Set<String> before = all(then, names);
        Set<String> after = all(now, names);
        String difference = then.isEmpty() || now.isEmpty() ? "" : difference(before, after);
        return new FieldChange(field, words(then, words), words(now, words), difference);
    }

    private static String difference(Set<String> before, Set<String> after) {
        List<String> came =
                after.stream().filter(name -> !before.contains(name)).toList();
        List<String> went =
                before.stream().filter(name -> !after.contains(name)).toList();
        int all = came.size() + went.size();
        if (all == 0 || ((before.isEmpty() || after.isEmpty()) && all <= FEW)) {
            // One of the two values is the difference.
            return "";
        }
        if (all > NAMED) {
            return Stream.of(counted("+", came), counted("−", went))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        return Stream.concat(
                        came.stream().map(name -> "+\u00a0" + name),
                        went.stream().map(name -> "−\u00a0" + name))
                .collect(Collectors.joining(", "));
    }

    private static String counted(String sign, List<String> names) {
        return names.isEmpty() ? "" : sign + "\u00a0" + names.size();
    }

    private static <T> String words(List<T> variants, Function<T, String> words) {
        return variants.isEmpty()
                ? ABSENT
                : variants.stream().map(words).distinct().collect(Collectors.joining(" / "));
    }

    private static <T> Set<String> all(List<T> variants, Function<T, Set<String>> names) {
        return variants.stream()
                .flatMap(variant -> names.apply(variant).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
