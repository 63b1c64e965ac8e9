package dev.capstan.search;

import java.util.List;

/** What came of a search. */
public sealed interface SearchAnswer {

    /**
     * What was found.
     *
     * @param groups those with hits; first those that hold something of exactly the name
     * @param beginnings whether the term was too short or too plain to look for it inside of names, so that only those
     *     that begin with it were found
     */
    record Results(String term, List<SearchGroup> groups, boolean beginnings) implements SearchAnswer {

        public Results {
            groups = List.copyOf(groups);
        }
    }

    /**
     * The term cannot be looked for.
     *
     * @param sentence what to type instead
     */
    record Hint(String sentence) implements SearchAnswer {}

    /** The database was not done in time. */
    record TookTooLong(String term) implements SearchAnswer {

        /** What to tell the person. */
        public String sentence() {
            return "That took too long. Try a longer or a rarer part of the name.";
        }
    }
}
