package dev.capstan.simulator;

import static dev.capstan.simulator.Json.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an API server says when it does not answer the question. */
final class KubernetesErrors {
    private KubernetesErrors() {}

    static Answer unauthorized() {
        return status(401, "Unauthorized", "Unauthorized", null);
    }

    static Answer anonymous(String path) {
        String message = "forbidden: User \"system:anonymous\" cannot get path \"" + path + "\"";
        return status(403, "Forbidden", message, Map.of());
    }

    /**
     * The wording of Azure RBAC for Kubernetes.
     *
     * @param path the path that was asked for, which ends in {@code …/group/version/resource}
     */
    static Answer forbidden(String user, String path) {
        List<String> parts = List.of(path.split("/"));
        int named = parts.indexOf("apis");
        String resource = parts.getLast();
        String group = named < 0 ? "" : parts.get(named + 1);
        return status(
                403,
                "Forbidden",
                resource + (group.isEmpty() ? "" : "." + group) + " is forbidden: User \"" + user
                        + "\" cannot list resource \"" + resource + "\" in API group \"" + group
                        + "\" at the cluster scope: User does not have access to the resource in"
                        + " Azure. Update role assignment to allow access.",
                object("group", group.isEmpty() ? null : group).with("kind", resource));
    }

    static Answer expired(ContinueToken fresh) {
        return Answer.json(
                410,
                object("kind", "Status")
                        .with("apiVersion", "v1")
                        .with("metadata", object("continue", fresh.toString()))
                        .with("status", "Failure")
                        .with(
                                "message",
                                "The provided continue parameter is too old to display a consistent list result. You can"
                                        + " start a new list without the continue parameter, or use the continue token in this"
                                        + " response to retrieve the remainder of the results. Continuing with the provided token"
                                        + " results in an inconsistent list - objects that were created, modified, or deleted between"
                                        + " the time the first chunk was returned and now may show up in the list.")
                        .with("reason", "Expired")
                        .with("code", 410));
    }

    static Answer invalid(String message) {
        return status(400, "BadRequest", message, null);
    }

    /** A path that no kind is served under; a plain text, unlike an object that is missing. */
    static Answer unknownPath() {
        return Answer.text(404, "404 page not found\n");
    }

    /** The body that goes with a status, as for a fault that was asked for. */
    static Answer of(int status, String path) {
        return switch (status) {
            case 401 -> unauthorized();
            case 403 -> forbidden("00dcc720-5846-42ee-afd5-2bafa5652294", path);
            case 404 -> status(404, "NotFound", "the server could not find the requested resource", Map.of());
            case 409 ->
                status(
                        409,
                        "Conflict",
                        "the object has been modified; please apply your changes to the latest"
                                + " version and try again",
                        Map.of());
            case 429 ->
                Answer.text(429, "Too many requests, please try again later.\n").with("Retry-After", "1");
            case 504 ->
                status(
                        504,
                        "Timeout",
                        "Timeout: request did not complete within the requested timeout"
                                + " - context deadline exceeded",
                        Map.of());
            default -> status(status, "InternalError", "Internal error occurred", Map.of());
        };
    }

    private static Answer status(int code, String reason, String message, @Nullable Map<String, Object> details) {
        return Answer.json(
                code,
                object("kind", "Status")
                        .with("apiVersion", "v1")
                        .with("metadata", Map.of())
                        .with("status", "Failure")
                        .with("message", message)
                        .with("reason", reason)
                        .with("details", details)
                        .with("code", code));
    }
}
