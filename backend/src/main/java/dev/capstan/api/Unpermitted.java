package dev.capstan.api;

import dev.capstan.access.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells whose token is not enough which scope is missing, or that its person's role is not enough. */
@Component
class Unpermitted implements AccessDeniedHandler {

    private final ProblemWriter problems;

    Unpermitted(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        TokenScope needed = ApiSecurity.scopeFor(request.getRequestURI());
        if (has(needed)) {
            problems.write(
                    Problem.of(Problem.Kind.FORBIDDEN, "The role of the token's person does not permit this."),
                    response);
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"capstan\", error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.id()));
        problems.write(
                Problem.of(Problem.Kind.INSUFFICIENT_SCOPE, "The token lacks the scope %s.".formatted(needed.id())),
                response);
    }

    private static boolean has(TokenScope scope) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(authority -> Objects.equals(authority.getAuthority(), scope.authority()));
    }
}
