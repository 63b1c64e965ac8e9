package dev.capstan.search;

import java.util.stream.Stream;

/** Looks for one kind of thing. */
interface Finder {

    SearchKind kind();

    /** Some of what there is, the best first, with how many there are. Of more than {@link Search#MOST} some are left out. */
    SearchGroup find(SearchTerm term, int offset, int limit);

    /** All there is, the best first. The stream is to be closed, and needs a transaction. */
    Stream<Hit> all(SearchTerm term);
}
