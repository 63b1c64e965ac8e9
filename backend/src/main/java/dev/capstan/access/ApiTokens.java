package dev.capstan.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens with which programs read; each person sees and ends their own, an administrator everyone's. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ApiTokens {

    /** How long a token may live. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private static final int LONGEST_NAME = 100;
    private static final int MOST_ACTIVE = 50;

    private final ApiTokenRows rows;
    private final Clock clock;

    ApiTokens(ApiTokenRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** The tokens of the person signed in, newest first, also those that have ended. */
    @Transactional(readOnly = true)
    public List<ApiToken> own() {
        return rows.list(whoAsks());
    }

    /** Everyone's tokens, newest first, also those that have ended. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<ApiToken> all() {
        return rows.list(null);
    }

    /**
     * Makes a token for the person signed in.
     *
     * @param name what to call it, 100 characters at most
     * @param scopes what it lets a program do, at least one
     * @param life how long, {@link #LONGEST_LIFE} at most
     */
    @Transactional
    public TokenCreation create(String name, Set<TokenScope> scopes, Duration life) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME || kept.chars().anyMatch(Character::isISOControl)) {
            return new TokenCreation.Refused(
                    TokenCreation.Part.NAME, "Say what it is for, in at most %d characters.".formatted(LONGEST_NAME));
        }
        if (scopes.isEmpty()) {
            return new TokenCreation.Refused(TokenCreation.Part.SCOPES, "Choose what can be read with it.");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST_LIFE) > 0) {
            return new TokenCreation.Refused(
                    TokenCreation.Part.EXPIRY, "A token lives for at most %d days.".formatted(LONGEST_LIFE.toDays()));
        }
        // The database keeps microseconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (rows.countActive(whoAsks(), now) >= MOST_ACTIVE) {
            return new TokenCreation.Refused(
                    TokenCreation.Part.COUNT,
                    "You have %d tokens already. Revoke those that nothing uses.".formatted(MOST_ACTIVE));
        }
        String secret = TokenText.newSecret();
        return rows.add(whoAsks(), kept, TokenText.hash(secret), scopes, now, now.plus(life))
                .<TokenCreation>map(token -> new TokenCreation.Made(token, new TokenText(token.id(), secret).shown()))
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in who could have a token"));
    }

    /** Ends a token of the person signed in at once; whether there was one to end. */
    @Transactional
    public boolean revoke(long id) {
        return rows.revoke(id, whoAsks(), clock.instant());
    }

    /** Ends anyone's token at once; whether there was one to end. */
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public boolean revokeAnyones(long id) {
        return rows.revoke(id, null, clock.instant());
    }

    private static String whoAsks() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }
}
