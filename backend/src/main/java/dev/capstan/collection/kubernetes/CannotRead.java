package dev.capstan.collection.kubernetes;

import dev.capstan.collection.FailureCause;

/** Breaks off a reading; the reader turns it into its answer. */
final class CannotRead extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureCause failure;
    private final int status;

    CannotRead(FailureCause failure, String detail) {
        this(failure, 0, detail);
    }

    CannotRead(FailureCause failure, int status, String detail) {
        super(detail);
        this.failure = failure;
        this.status = status;
    }

    FailureCause failure() {
        return failure;
    }

    /** The HTTP status that was answered, or 0 where it was none. */
    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
