package dev.capstan.search;

import java.util.List;

/**
 * A row of an answer that says in each row how many there are.
 *
 * @param found how many
 */
record Counted(Hit hit, long found) {

    /** The rows as a group; without a row there is none, since nobody asks for a page beyond the last. */
    static SearchGroup group(SearchKind kind, List<Counted> rows) {
        return SearchGroup.of(
                kind,
                rows.stream().map(Counted::hit).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().found());
    }
}
