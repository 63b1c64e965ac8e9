package dev.capstan.access;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a view's name and query may be. */
final class SavedViewText {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2000;
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    /**
     * Parameters as they stand in a URL behind the question mark, nothing else: with a name in front of every value no
     * address of another site passes.
     */
    private static final Pattern QUERY = Pattern.compile("(?:[a-z][a-z-]{0,49}=[!-~&&[^&#<>\"\\\\]]*+(?:&(?!$)|$))*+");

    private SavedViewText() {}

    static Optional<String> refusalOfName(String name) {
        if (name.isEmpty()) {
            return Optional.of("A view needs a name.");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("A name has at most %d characters.".formatted(LONGEST_NAME));
        }
        return CONTROL_CHARACTER.matcher(name).find()
                ? Optional.of("A name holds no control characters.")
                : Optional.empty();
    }

    static Optional<String> refusalOfQuery(String query) {
        if (query.length() > LONGEST_QUERY) {
            return Optional.of("The filter is too long to be saved.");
        }
        return QUERY.matcher(query).matches() ? Optional.empty() : Optional.of("That is no filter of a list.");
    }
}
