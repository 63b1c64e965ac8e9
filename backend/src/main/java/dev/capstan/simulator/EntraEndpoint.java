package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entra's part: hands out tokens to one application that proves itself by its secret. */
final class EntraEndpoint {
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
                    object(
                            "tenant_discovery_endpoint",
                            authority + "/v2.0/.well-known/openid-configuration",
                            "api-version",
                            "1.1",
                            "metadata",
                            List.of(object(
                                    "preferred_network", base.getAuthority(),
                                    "preferred_cache", base.getAuthority(),
                                    "aliases", List.of(base.getAuthority())))));
        }
        return Answer.json(
                200,
                object(
                        "token_endpoint", authority + "/oauth2/v2.0/token",
                        "authorization_endpoint", authority + "/oauth2/v2.0/authorize",
                        "device_authorization_endpoint", authority + "/oauth2/v2.0/devicecode",
                        "jwks_uri", authority + "/discovery/v2.0/keys",
                        "issuer", authority + "/v2.0",
                        "response_types_supported", List.of("code", "id_token"),
                        "subject_types_supported", List.of("pairwise"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
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
        String scope = form.getOrDefault("scope", "").split(" ")[0];
        if (!scope.endsWith("/.default")) {
            return refused(
                    400, "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid.");
        }
        return Answer.json(
                        200,
                        object(
                                "token_type",
                                "Bearer",
                                "expires_in",
                                Tokens.LIFE.toSeconds() - 1,
                                "ext_expires_in",
                                Tokens.LIFE.toSeconds() - 1,
                                "access_token",
                                tokens.issue(scope.substring(0, scope.length() - "/.default".length()))))
                .with("Cache-Control", "no-store, no-cache");
    }

    private static Answer refused(int status, String error, int code, String why) {
        String trace = UUID.randomUUID().toString();
        return Answer.json(
                status,
                object(
                        "error", error,
                        "error_description", "AADSTS" + code + ": " + why + " Trace ID: " + trace,
                        "error_codes", List.of(code),
                        "trace_id", trace,
                        "correlation_id", trace));
    }
}
