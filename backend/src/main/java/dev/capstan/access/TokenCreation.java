package dev.capstan.access;

/** What came of the wish for a token. */
public sealed interface TokenCreation {

    /**
     * It was made.
     *
     * @param token what is kept of it
     * @param secret what the program has to show; nobody can tell it a second time
     */
    record Made(ApiToken token, String secret) implements TokenCreation {

        /** Without the secret, which must not end up in a log. */
        @Override
        public String toString() {
            return "Made[token=" + token + "]";
        }
    }

    /**
     * Nothing was made.
     *
     * @param part what is wrong
     * @param why a sentence for the person
     */
    record Refused(Part part, String why) implements TokenCreation {}

    /** What a person says of a token. */
    enum Part {
        NAME,
        SCOPES,
        EXPIRY,
        /** Nothing that was said: the person has too many. */
        COUNT
    }
}
