package dev.capstan.evaluation.admission;

import java.util.Collection;
import java.util.List;

/** How lists of names read in a sentence. */
final class Words {

    private Words() {}

    /** {@code A}, {@code A and B}, {@code A, B and C}; sorted. Never empty. */
    static String list(Collection<String> names) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        int last = sorted.size() - 1;
        return last == 0 ? sorted.getFirst() : String.join(", ", sorted.subList(0, last)) + " and " + sorted.get(last);
    }
}
