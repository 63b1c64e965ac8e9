package dev.capstan.api;

import dev.capstan.access.TokenCheck;
import dev.capstan.access.TokenSignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who shows a token in the header {@code Authorization}; nothing else counts, no cookie and no parameter. */
class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final TokenSignIn tokens;
    private final Unauthenticated unauthenticated;

    TokenFilter(TokenSignIn tokens, Unauthenticated unauthenticated) {
        this.tokens = tokens;
        this.unauthenticated = unauthenticated;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = shown(request);
        if (shown == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (tokens.check(shown)) {
            case TokenCheck.Refused(String why) -> unauthenticated.tell(response, why);
            case TokenCheck.Accepted accepted -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(accepted.as());
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
        }
    }

    private static @Nullable String shown(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
