package dev.capstan.collection.kubernetes;

import dev.capstan.collection.FailureCause;

/** Breaks off a reading; the reader turns it into its answer. */
final class CannotRead extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureCause failure;

    CannotRead(FailureCause failure, String detail) {
        super(detail);
        this.failure = failure;
    }

    FailureCause failure() {
        return failure;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
