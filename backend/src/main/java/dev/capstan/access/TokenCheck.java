package dev.capstan.access;

import org.springframework.security.core.Authentication;

/** What came of showing a token. */
public sealed interface TokenCheck {

    /**
     * It opens.
     *
     * @param as the token's person with the roles that the person has now, and an authority for each of its scopes
     */
    record Accepted(Authentication as) implements TokenCheck {}

    /**
     * It does not.
     *
     * @param why a sentence for whoever shows it; only who knows the secret is told that there is such a token
     */
    record Refused(String why) implements TokenCheck {}
}
