package dev.capstan.collection.kubernetes;

import dev.capstan.collection.FailureCause;

/** What an answer other than success means. */
final class Refusal {

    private Refusal() {}

    /** An expired token is a page of its own kind; everything else breaks the reading off. */
    static Page of(int code, ListStream.Status status) throws CannotRead {
        if (code == 410) {
            return new Page.Expired(ListStream.emptyToNull(status.metadata()));
        }
        throw new CannotRead(
                cause(code, String.valueOf(status.message())), code, "HTTP " + code + ": " + status.message());
    }

    private static FailureCause cause(int code, String message) {
        return switch (code) {
            case 401 -> FailureCause.UNAUTHENTICATED;
            case 403 ->
                message.contains("system:anonymous")
                        ? FailureCause.UNAUTHENTICATED
                        : FailureCause.FORBIDDEN_BY_KUBERNETES;
            case 429, 503, 504 -> FailureCause.THROTTLED;
            default -> FailureCause.UNEXPECTED;
        };
    }
}
