package dev.capstan.api;

import dev.capstan.access.ApiTokens;
import dev.capstan.access.Role;
import dev.capstan.access.TokenCreation;
import dev.capstan.access.TokenScope;
import dev.capstan.testing.CapstanWithFleet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that reads through the API over HTTP, with the token of a person or without one. */
final class Program {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final @Nullable String token;

    private Program(CapstanWithFleet capstan, @Nullable String token) {
        this.base = "http://localhost:" + capstan.context.getEnvironment().getProperty("local.server.port");
        this.token = token;
    }

    static Program without(CapstanWithFleet capstan) {
        return new Program(capstan, null);
    }

    static Program with(CapstanWithFleet capstan, String token) {
        return new Program(capstan, token);
    }

    /** With a new token of a person who has the role. */
    static Program of(CapstanWithFleet capstan, Role role, TokenScope... scopes) {
        return with(capstan, token(capstan, role, scopes).secret());
    }

    static TokenCreation.Made token(CapstanWithFleet capstan, Role role, TokenScope... scopes) {
        String name = role.name().toLowerCase(Locale.ROOT);
        capstan.jdbc()
                .sql(
                        "insert into person values (?, ?, '!', ?, ?) on conflict (name) do update set role = excluded.role")
                .params(name, name, role.name(), capstan.clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, null, "ROLE_" + role.name()));
        try {
            return (TokenCreation.Made)
                    capstan.bean(ApiTokens.class).create("test", Set.of(scopes), Duration.ofDays(30));
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    HttpResponse<String> get(String path) {
        return send(path, "GET");
    }

    HttpResponse<String> send(String path, String method, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request that is expected to work. */
    JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The rows of the whole list, page by page. */
    List<JsonNode> walk(String path) {
        List<JsonNode> rows = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            JsonNode page = read(next);
            page.path("items").forEach(rows::add);
            next = page.path("next").asString("");
        }
        return rows;
    }
}
