package dev.capstan.exceptionrequest;

import java.util.List;

/** What came of a move. */
public sealed interface Decision {

    /** It is done, and there is nothing more to do. */
    record Made(ExceptionRequest request) implements Decision {}

    /** The first of two approvals is given; another approver's is still needed. */
    record NeedsSecond(ExceptionRequest request) implements Decision {}

    /**
     * It cannot be done now, whoever does it.
     *
     * @param sentences why, and what would help
     */
    record Refused(Cause cause, List<String> sentences) implements Decision {

        public Refused {
            sentences = List.copyOf(sentences);
        }
    }

    /** Not by that person. */
    record Forbidden(String sentence) implements Decision {}

    /** Why a move is refused. */
    enum Cause {
        /** No such move leads out of the state. */
        ILLEGAL_MOVE,
        /** Somebody has changed it since it was read. */
        CHANGED_MEANWHILE,
        /** Something is missing or out of bounds. */
        INCOMPLETE,
        /** No container that fails is in its scope. */
        NOTHING_MATCHES,
        /** An exception grants the same already. */
        DUPLICATE,
        /** Its time would be over before it begins. */
        TOO_LATE
    }
}
