package dev.capstan.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * What is wrong with a request, in the form of RFC 9457.
 *
 * @param type the kind of problem, always the same for the same kind
 * @param title the kind for people
 * @param status the status of the response
 * @param detail a sentence on this very occurrence
 * @param parameter the parameter that it is about, if it is about one
 * @param allowed what the parameter takes, if that can be said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String parameter,
        @Nullable String allowed) {

    /** The kinds of problems. */
    public enum Kind {
        UNKNOWN_PARAMETER("Unknown parameter", 400),
        BAD_PARAMETER("Parameter not understood", 400),
        BAD_CURSOR("Cursor not understood", 400),
        BAD_REQUEST("Request not understood", 400),
        UNAUTHENTICATED("Token needed", 401),
        INSUFFICIENT_SCOPE("Scope missing", 403),
        FORBIDDEN("Not permitted", 403),
        NOT_FOUND("Not found", 404),
        METHOD_NOT_ALLOWED("Method not allowed", 405),
        NOT_ACCEPTABLE("Form not available", 406),
        CONFLICT("Conflict", 409),
        UNSUPPORTED_MEDIA_TYPE("Form not understood", 415),
        INTERNAL("Something unexpected happened", 500);

        private final String title;
        private final int status;

        Kind(String title, int status) {
            this.title = title;
            this.status = status;
        }

        /** The kind that fits a status for which nothing more is known. */
        static Kind of(HttpStatusCode status) {
            return switch (status.value()) {
                case 401 -> UNAUTHENTICATED;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> NOT_ACCEPTABLE;
                case 409 -> CONFLICT;
                case 415 -> UNSUPPORTED_MEDIA_TYPE;
                default -> status.is4xxClientError() ? BAD_REQUEST : INTERNAL;
            };
        }
    }

    /** A problem of the kind. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(
                URI.create("urn:capstan:problem:" + Words.of(kind)), kind.title, kind.status, detail, null, null);
    }

    /** The same about a parameter. */
    public Problem about(String name, @Nullable String takes) {
        return new Problem(type, title, status, detail, name, takes);
    }
}
