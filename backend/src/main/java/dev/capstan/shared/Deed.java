package dev.capstan.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done and that the trail is to hold: published as an application event inside the transaction that does
 * it, so that either both last or neither. Who did it and by what way is known to the trail from the one who is signed in,
 * unless the deed names somebody.
 *
 * @param what what was done
 * @param subject what it was done to, as {@code kind:id}, for instance {@code exception:EX-42}
 * @param name what that was called then
 * @param actor who did it, or null for whoever is signed in, and for the program itself when nobody is
 * @param why the reason that was given, or null where none is asked for
 * @param detail what else is worth knowing, in words and numbers; never a secret
 */
public record Deed(
        What what,
        String subject,
        String name,
        @Nullable String actor,
        @Nullable String why,
        Map<String, String> detail) {

    /** What can be done. The names are kept for good: they stand in a chain of hashes. */
    public enum What {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        LOCKED,
        UNLOCKED,
        PASSWORD_CHANGED,
        PERSON_ADDED,
        PERSON_CHANGED,
        PERSON_DISABLED,
        PERSON_ENABLED,
        TOKEN_MADE,
        TOKEN_USED,
        TOKEN_REVOKED,
        SETTINGS_CHANGED,
        EXPORTED,
        SCAN_STARTED,
        VIEW_SHARED,
        CHANNEL_CHANGED,
        CHANNEL_TESTED,
        EXCEPTION_MOVED,
        EXCEPTION_EDITED,
        EXCEPTION_COMMENTED,
        FILE_ATTACHED,
        FILE_READ,
        CHAIN_VERIFIED
    }

    public Deed {
        detail = Map.copyOf(detail);
    }

    /** Of whoever is signed in, for no reason that was asked for. */
    public static Deed of(What what, String subject, String name) {
        return new Deed(what, subject, name, null, null, Map.of());
    }
}
