package dev.capstan.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/** Lets a program in that shows a token: as its person, with what the person may do now and no more than its scopes. */
@Component
public class TokenSignIn {

    private static final TokenCheck UNKNOWN = new TokenCheck.Refused("This is no token of this Capstan.");

    private final ApiTokenRows rows;
    private final RoleHierarchy roles;
    private final Clock clock;

    TokenSignIn(ApiTokenRows rows, RoleHierarchy roles, Clock clock) {
        this.rows = rows;
        this.roles = roles;
        this.clock = clock;
    }

    /** Whether what is shown opens anything, and as whom. */
    public TokenCheck check(String shown) {
        return TokenText.parse(shown)
                .flatMap(text -> rows.find(text.id())
                        .filter(kept -> MessageDigest.isEqual(kept.secretHash(), TokenText.hash(text.secret()))))
                .map(this::admit)
                .orElse(UNKNOWN);
    }

    private TokenCheck admit(ApiTokenRows.Kept kept) {
        ApiToken token = kept.token();
        Instant now = clock.instant();
        return switch (token.state(now)) {
            case REVOKED -> new TokenCheck.Refused("The token was revoked.");
            case EXPIRED ->
                new TokenCheck.Refused(
                        "The token expired at %s.".formatted(token.expiresAt().truncatedTo(ChronoUnit.SECONDS)));
            case ACTIVE -> {
                rows.used(token, now);
                yield new TokenCheck.Accepted(
                        new PreAuthenticatedAuthenticationToken(token.person(), "", authorities(kept)));
            }
        };
    }

    private List<GrantedAuthority> authorities(ApiTokenRows.Kept kept) {
        List<GrantedAuthority> all = new ArrayList<>(roles.getReachableGrantedAuthorities(
                AuthorityUtils.createAuthorityList("ROLE_" + kept.role().name())));
        kept.token().scopes().forEach(scope -> all.add(new SimpleGrantedAuthority(scope.authority())));
        return all;
    }
}
