package dev.capstan.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Tells who shows no token that works that one is needed, by RFC 6750. */
@Component
class Unauthenticated implements AuthenticationEntryPoint {

    private static final String CHALLENGE = "Bearer realm=\"capstan\"";

    private final ProblemWriter problems;

    Unauthenticated(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException authenticationException)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        problems.write(
                Problem.of(
                        Problem.Kind.UNAUTHENTICATED,
                        "Show a token: Authorization: Bearer capstan_… Anyone can make one under API tokens."),
                response);
    }

    /** A token was shown, and does not work. */
    void tell(HttpServletResponse response, String why) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        problems.write(Problem.of(Problem.Kind.UNAUTHENTICATED, why), response);
    }
}
