package dev.capstan.exceptionrequest;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands. */
public enum State {
    DRAFT("Draft"),
    SUBMITTED("Submitted"),
    CHANGES_REQUESTED("Changes requested"),
    PENDING_SECOND("Pending second approval"),
    REJECTED("Rejected"),
    WITHDRAWN("Withdrawn"),
    /** It will be in force. */
    APPROVED("Approved"),
    /** It is in force. */
    ACTIVE("Active"),
    /** Its time is over. */
    EXPIRED("Expired"),
    /** An approver ended it. */
    REVOKED("Revoked"),
    /** Nothing was left that it covered. */
    CLOSED("Closed"),
    /** Its renewal took its place. */
    SUPERSEDED("Superseded");

    /** Nobody has decided yet, and the one who asked can still change it. */
    static final Set<State> OPEN = EnumSet.of(DRAFT, SUBMITTED, CHANGES_REQUESTED, PENDING_SECOND);

    /** Somebody is to decide. */
    static final Set<State> WAITING = EnumSet.of(SUBMITTED, PENDING_SECOND);

    /** It is in force or will be. */
    static final Set<State> GRANTED = EnumSet.of(APPROVED, ACTIVE);

    private final String title;

    State(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
