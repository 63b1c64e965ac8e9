package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.access.ApiToken;
import dev.capstan.access.ApiTokens;
import dev.capstan.access.TokenCreation;
import dev.capstan.access.TokenScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tokens in every state, which can be added to and revoked. */
final class FakeApiTokens {

    private final Clock clock;
    private final List<ApiToken> all = new ArrayList<>();

    FakeApiTokens(Clock clock) {
        this.clock = clock;
        Instant now = clock.instant();
        add("admin", "Nightly report", Duration.ofDays(80), now.minus(Duration.ofMinutes(12)), null);
        add("admin", "Trial of last spring", Duration.ofDays(-20), null, null);
        add("viewer", "Wallboard in the team room", Duration.ofDays(300), now.minus(Duration.ofHours(3)), null);
        add("viewer", "Leaked in a ticket", Duration.ofDays(100), null, now.minus(Duration.ofDays(2)));
    }

    ApiTokens service() {
        ApiTokens tokens = mock(ApiTokens.class);
        when(tokens.all()).thenAnswer(i -> List.copyOf(all));
        when(tokens.own())
                .thenAnswer(i -> all.stream()
                        .filter(token -> token.person().equals(whoAsks()))
                        .toList());
        when(tokens.create(anyString(), anySet(), any())).thenAnswer(i -> create(i.getArgument(0), i.getArgument(1)));
        when(tokens.revoke(anyLong())).thenAnswer(i -> revoke(i.getArgument(0)));
        when(tokens.revokeAnyones(anyLong())).thenAnswer(i -> revoke(i.getArgument(0)));
        return tokens;
    }

    private TokenCreation create(String name, Set<TokenScope> scopes) {
        if (name.isBlank()) {
            return new TokenCreation.Refused(TokenCreation.Part.NAME, "Say what it is for.");
        }
        if (scopes.isEmpty()) {
            return new TokenCreation.Refused(TokenCreation.Part.SCOPES, "Choose what can be read with it.");
        }
        ApiToken made = add(whoAsks(), name, Duration.ofDays(90), null, null);
        return new TokenCreation.Made(
                made, "capstan_" + made.id() + "_4fGk2QmZrT8wYbN1cV7xPdL0sHjA9eUoI3tRnW5vXyKqB6mZ1aXC");
    }

    private boolean revoke(long id) {
        return all.removeIf(token -> token.id() == id);
    }

    private ApiToken add(String person, String name, Duration left, @Nullable Instant used, @Nullable Instant revoked) {
        Instant now = clock.instant();
        ApiToken token = new ApiToken(
                all.size() + 1L,
                person,
                name,
                Set.of(TokenScope.READ_POSTURE),
                now.minus(Duration.ofDays(60)),
                now.plus(left),
                used,
                revoked);
        all.add(token);
        return token;
    }

    private static String whoAsks() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }
}
