package dev.capstan.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program shows to read through the API; never the secret itself.
 *
 * @param id its number, which is also part of what is shown
 * @param person the name of the person as whom the program reads
 * @param name what the person calls it
 * @param scopes what it lets the program do, as far as the person may
 * @param expiresAt when it ends by itself, at most a year after it was made
 * @param lastUsedAt when it was last shown, to the minute, or null when it never was
 * @param revokedAt when somebody ended it, or null when nobody did
 */
public record ApiToken(
        long id,
        String person,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether a token still opens anything. */
    public enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** How it stands at the instant. */
    public State state(Instant at) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt.isAfter(at) ? State.ACTIVE : State.EXPIRED;
    }
}
