package dev.capstan.api;

import dev.capstan.access.TokenScope;
import dev.capstan.access.TokenSignIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Programs come in by token alone: no session, no cookie, and therefore nothing that another site could make a browser
 * send. Below {@code /api} this comes before what the screens say.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiSecurity {

    /** The description of the API, which says nothing of the fleet. */
    private static final String[] DESCRIPTION = {"/api/docs", "/api/docs.css", "/api/v1/openapi", "/api/v1/openapi.yaml"
    };

    private static final String SETTINGS = "/api/v1/policy";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain api(
            HttpSecurity http, TokenSignIn tokens, Unauthenticated unauthenticated, Unpermitted unpermitted) {
        return http.securityMatcher("/api", "/api/**")
                .addFilterBefore(new TokenFilter(tokens, unauthenticated), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, DESCRIPTION)
                        .permitAll()
                        .requestMatchers(SETTINGS, SETTINGS + "/**")
                        .hasAuthority(TokenScope.READ_SETTINGS.authority())
                        .anyRequest()
                        .hasAuthority(TokenScope.READ_POSTURE.authority()))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(unpermitted))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives("default-src 'none'; style-src 'self'; frame-ancestors 'none'"))
                        .frameOptions(frames -> frames.deny()))
                .build();
    }

    /** What is refused before any path is looked at is a problem, too. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        HttpStatusRequestRejectedHandler elsewhere = new HttpStatusRequestRejectedHandler();
        return (request, response, rejected) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(Problem.of(Problem.Kind.BAD_REQUEST, "The address is not one."), response);
            } else {
                elsewhere.handle(request, response, rejected);
            }
        };
    }

    /** The scope that a path asks for. */
    static TokenScope scopeFor(String path) {
        return path.equals(SETTINGS) || path.startsWith(SETTINGS + "/")
                ? TokenScope.READ_SETTINGS
                : TokenScope.READ_POSTURE;
    }
}
