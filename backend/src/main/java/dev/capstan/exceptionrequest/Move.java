package dev.capstan.exceptionrequest;

import java.util.Set;

/** What can be done with a request, from which states, and by whom. */
public enum Move {
    EDIT("edit", State.OPEN, By.REQUESTER_OR_APPROVER),
    SUBMIT("submit", Set.of(State.DRAFT, State.CHANGES_REQUESTED), By.REQUESTER),
    WITHDRAW("withdraw", State.OPEN, By.REQUESTER),
    APPROVE("approve", State.WAITING, By.APPROVER),
    REQUEST_CHANGES("ask for changes", State.WAITING, By.APPROVER),
    REJECT("reject", State.WAITING, By.APPROVER),
    REVOKE("revoke", State.GRANTED, By.APPROVER),
    /** The collector found nothing that matches in two complete snapshots. */
    CLOSE("close", Set.of(State.ACTIVE), By.PROGRAM),
    /** Its renewal is in force. */
    SUPERSEDE("supersede", Set.of(State.ACTIVE), By.PROGRAM);

    /** Who makes a move. */
    enum By {
        REQUESTER,
        REQUESTER_OR_APPROVER,
        APPROVER,
        PROGRAM
    }

    private final String verb;
    private final Set<State> from;
    private final By by;

    Move(String verb, Set<State> from, By by) {
        this.verb = verb;
        this.from = from;
        this.by = by;
    }

    /** What it is called in the middle of a sentence. */
    public String verb() {
        return verb;
    }

    /** The states that it starts from. */
    public Set<State> from() {
        return from;
    }

    By by() {
        return by;
    }

    /** Whether somebody decides, and so says why and does not do it to a request of their own. */
    boolean isDecision() {
        return by == By.APPROVER;
    }
}
