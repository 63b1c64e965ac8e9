package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entra's part: hands out tokens to one application that proves itself by its secret. */
final class EntraEndpoint {
    private static final String DEFAULT_SCOPE = "/.default";

    private final String tenant;
    private final String clientId;
    private final String clientSecret;
    private final Tokens tokens;

    EntraEndpoint(String tenant, String clientId, String clientSecret, Tokens tokens) {
        this.tenant = tenant;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.tokens = tokens;
    }

    static boolean answers(String path) {
        return path.endsWith("/oauth2/v2.0/token")
                || path.endsWith("/.well-known/openid-configuration")
                || path.equals("/common/discovery/instance");
    }

    Answer answer(Call call, URI base) {
        if (call.path().endsWith("/token")) {
            return token(call);
        }
        String authority = base + "/" + tenant;
        if (call.path().endsWith("/instance")) {
            return Answer.json(
                    200,
                    object("tenant_discovery_endpoint", authority + "/v2.0/.well-known/openid-configuration")
                            .with("api-version", "1.1")
                            .with(
                                    "metadata",
                                    List.of(object("preferred_network", base.getAuthority())
                                            .with("preferred_cache", base.getAuthority())
                                            .with("aliases", List.of(base.getAuthority())))));
        }
        return Answer.json(
                200,
                object("token_endpoint", authority + "/oauth2/v2.0/token")
                        .with("authorization_endpoint", authority + "/oauth2/v2.0/authorize")
                        .with("device_authorization_endpoint", authority + "/oauth2/v2.0/devicecode")
                        .with("jwks_uri", authority + "/discovery/v2.0/keys")
                        .with("issuer", authority + "/v2.0")
                        .with("response_types_supported", List.of("code", "id_token"))
                        .with("subject_types_supported", List.of("pairwise"))
                        .with("id_token_signing_alg_values_supported", List.of("RS256")));
    }

    private Answer token(Call call) {
        Map<String, String> form = call.form();
        if (!call.path().equals("/" + tenant + "/oauth2/v2.0/token")) {
            return refused(
                    400, "invalid_request", 90002, "Tenant '" + call.path().split("/")[1] + "' not found.");
        }
        if (!"client_credentials".equals(form.get("grant_type"))) {
            return refused(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        if (!clientId.equals(form.get("client_id"))) {
            return refused(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + form.get("client_id") + "' was not found in the directory '"
                            + tenant + "'.");
        }
        if (!clientSecret.equals(form.get("client_secret"))) {
            return refused(401, "invalid_client", 7000215, "Invalid client secret provided.");
        }
        Optional<String> scope = Arrays.stream(form.getOrDefault("scope", "").split(" "))
                .filter(word -> word.endsWith(DEFAULT_SCOPE))
                .findFirst();
        if (scope.isEmpty()) {
            return refused(
                    400, "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid.");
        }
        String audience = scope.get().substring(0, scope.get().length() - DEFAULT_SCOPE.length());
        return Answer.json(
                        200,
                        object("token_type", "Bearer")
                                .with("expires_in", Tokens.LIFE.toSeconds() - 1)
                                .with("ext_expires_in", Tokens.LIFE.toSeconds() - 1)
                                .with("access_token", tokens.issue(audience)))
                .with("Cache-Control", "no-store, no-cache");
    }

    /** The body that goes with a status, as for a fault that was asked for. */
    static Answer failed(int status) {
        return status == 401
                ? refused(401, "invalid_client", 7000222, "The provided client secret keys are expired.")
                : refused(
                        status, "temporarily_unavailable", 90033, "A transient error has occurred. Please try again.");
    }

    private static Answer refused(int status, String error, int code, String why) {
        String trace = UUID.randomUUID().toString();
        return Answer.json(
                status,
                object("error", error)
                        .with("error_description", "AADSTS" + code + ": " + why + " Trace ID: " + trace)
                        .with("error_codes", List.of(code))
                        .with("trace_id", trace)
                        .with("correlation_id", trace));
    }
}
