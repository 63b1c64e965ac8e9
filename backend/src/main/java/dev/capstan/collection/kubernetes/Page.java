package dev.capstan.collection.kubernetes;

import org.jspecify.annotations.Nullable;

/** What came of asking for one page of a list. */
sealed interface Page {

    /**
     * Its items were handed on.
     *
     * @param next the token to continue with, or null after the last page
     */
    record Read(@Nullable String next) implements Page {}

    /**
     * The token was too old (410 Expired).
     *
     * @param fresh a token to go on with, at the price of a list that is not of one moment; null where there is none
     */
    record Expired(@Nullable String fresh) implements Page {}
}
