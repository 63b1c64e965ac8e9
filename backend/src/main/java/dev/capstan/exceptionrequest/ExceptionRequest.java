package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.Risk;
import dev.capstan.exceptionrequest.Decision.Cause;
import dev.capstan.exceptionrequest.Decision.Forbidden;
import dev.capstan.exceptionrequest.Decision.Made;
import dev.capstan.exceptionrequest.Decision.NeedsSecond;
import dev.capstan.exceptionrequest.Decision.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request for an exception, and the exception once it is granted. It guards its own moves: each answers with what came
 * of it, and leaves this one as it is.
 *
 * @param id its number, which people write as {@code EX-7}
 * @param version goes up with every change of the content; who decides says which version was read
 * @param content what is asked for
 * @param risk the worst of what is asked for, as rated when the version was made
 * @param requester who asked
 * @param lastEditor who made the version
 * @param decided what somebody or the program made of it last
 * @param approvals those that hold for the version, the first one first
 * @param approvedAt when the last approval that was needed was given, or null
 * @param endedAt when it was ended before its time, or null
 * @param renews the exception whose place it takes, or null
 */
public record ExceptionRequest(
        long id,
        int version,
        Content content,
        Risk risk,
        String requester,
        String lastEditor,
        State decided,
        List<Approval> approvals,
        @Nullable Instant approvedAt,
        @Nullable Instant endedAt,
        @Nullable Long renews) {

    public ExceptionRequest {
        approvals = List.copyOf(approvals);
        if (decided == State.ACTIVE || decided == State.EXPIRED) {
            throw new IllegalArgumentException("Whether it is in force follows from the clock and is not kept");
        }
        if ((approvedAt == null)
                != Stream.of(State.APPROVED, State.REVOKED, State.CLOSED, State.SUPERSEDED)
                        .noneMatch(decided::equals)) {
            throw new IllegalArgumentException("What is granted was approved at some instant, and nothing else was");
        }
    }

    /** A new one, which nobody but its author has seen. */
    static ExceptionRequest draft(long id, Content content, Risk risk, Actor author, @Nullable Long renews) {
        return new ExceptionRequest(
                id, 1, content, risk, author.name(), author.name(), State.DRAFT, List.of(), null, null, renews);
    }

    /** What people call it. */
    public String name() {
        return "EX-" + id;
    }

    /**
     * Whether it is in force at the instant: what score, screen, file and report say of a container that it covers turns
     * on this alone. It begins when it is approved and its start has come, and the instant of its end is not in it.
     */
    public boolean inForceAt(Instant instant) {
        return inForce().filter(period -> period.holds(instant)).isPresent();
    }

    /** When it is in force, as far as is known by now; empty when it never was and is not going to be. */
    public Optional<Period> inForce() {
        if (approvedAt == null) {
            return Optional.empty();
        }
        Instant from = content.startsAt().isAfter(approvedAt) ? content.startsAt() : approvedAt;
        Instant until = endedAt != null && endedAt.isBefore(content.expiresAt()) ? endedAt : content.expiresAt();
        return from.isBefore(until) ? Optional.of(new Period(from, until)) : Optional.empty();
    }

    /**
     * A span of time.
     *
     * @param until not in it
     */
    public record Period(Instant from, Instant until) {

        /** Whether the instant is in it. */
        public boolean holds(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    /** Where it stands at an instant that is not before the last move. */
    public State stateAt(Instant now) {
        if (decided != State.APPROVED) {
            return decided;
        }
        return inForce()
                .map(period ->
                        now.isBefore(period.from()) ? State.APPROVED : period.holds(now) ? State.ACTIVE : State.EXPIRED)
                .orElse(State.EXPIRED);
    }

    /** Whether two different people have to approve it. */
    public boolean needsTwo() {
        return !content.breakGlass() && risk.compareTo(Risk.HIGH) >= 0;
    }

    /**
     * Changes what is asked for. Approvals that were given to another scope, grant, risk or term are void, and it waits
     * for the first one again.
     */
    Decision edit(Content changed, Risk rated, Actor actor, int read, Instant now) {
        return refused(Move.EDIT, actor, read, "", now).orElseGet(() -> {
            boolean binding = !changed.bindsAs(content) || rated != risk;
            boolean back = binding && decided == State.PENDING_SECOND;
            return new Made(new ExceptionRequest(
                    id,
                    version + 1,
                    changed,
                    rated,
                    requester,
                    actor.name(),
                    back ? State.SUBMITTED : decided,
                    binding ? List.of() : approvals,
                    null,
                    null,
                    renews));
        });
    }

    /** Hands it to those who decide. */
    Decision submit(Actor actor, int read, Matched matched, Terms terms, Instant now) {
        return refused(Move.SUBMIT, actor, read, "", now)
                .or(() -> incomplete(terms, now))
                .or(() -> matched.failing() == 0
                        ? refuse(
                                Cause.NOTHING_MATCHES,
                                "No container that fails is in its scope. Widen it, or leave it.")
                        : Optional.empty())
                .or(() -> matched.duplicateOf().isEmpty()
                        ? Optional.empty()
                        : refuse(Cause.DUPLICATE, matched.duplicateOf() + " grants the same already."))
                .orElseGet(() -> new Made(with(State.SUBMITTED, approvals, null, null)));
    }

    /** Gives it one of the approvals that it needs, and with the last of them grants it. */
    Decision approve(Actor actor, int read, String reason, Terms terms, Instant now) {
        return refused(Move.APPROVE, actor, read, reason, now)
                .or(() -> lastEditor.equals(actor.name())
                        ? forbid("Who changed a request last does not approve it.")
                        : Optional.empty())
                .or(() -> approvals.stream().anyMatch(one -> one.approver().equals(actor.name()))
                        ? forbid("You have approved it already; the second approval is another person's.")
                        : Optional.empty())
                .or(() -> !content.expiresAt().isAfter(now)
                        ? refuse(Cause.TOO_LATE, "Its time is over before it begins. Ask for a later expiry.")
                        : Optional.empty())
                .or(() -> incomplete(terms, now))
                .orElseGet(() -> approved(new Approval(actor.name(), now, reason.strip()), now));
    }

    private Decision approved(Approval approval, Instant now) {
        List<Approval> given =
                Stream.concat(approvals.stream(), Stream.of(approval)).toList();
        if (needsTwo() && given.size() < 2) {
            return new NeedsSecond(with(State.PENDING_SECOND, given, null, null));
        }
        return new Made(with(State.APPROVED, given, now, null));
    }

    /** Gives it back to the one who asked. What was approved before is void: it comes back as another version. */
    Decision requestChanges(Actor actor, int read, String reason, Instant now) {
        return refused(Move.REQUEST_CHANGES, actor, read, reason, now)
                .orElseGet(() -> new Made(new ExceptionRequest(
                        id,
                        version + 1,
                        content,
                        risk,
                        requester,
                        lastEditor,
                        State.CHANGES_REQUESTED,
                        List.of(),
                        null,
                        null,
                        renews)));
    }

    /** Refuses it for good. */
    Decision reject(Actor actor, int read, String reason, Instant now) {
        return refused(Move.REJECT, actor, read, reason, now)
                .orElseGet(() -> new Made(with(State.REJECTED, approvals, null, null)));
    }

    /** Takes it back. */
    Decision withdraw(Actor actor, int read, Instant now) {
        return refused(Move.WITHDRAW, actor, read, "", now)
                .orElseGet(() -> new Made(with(State.WITHDRAWN, approvals, null, null)));
    }

    /** Ends it before its time. */
    Decision revoke(Actor actor, int read, String reason, Instant now) {
        return refused(Move.REVOKE, actor, read, reason, now)
                .orElseGet(() -> new Made(with(State.REVOKED, approvals, approvedAt, now)));
    }

    /** Ends it since there is nothing left that it covers. */
    Decision close(Actor actor, Instant now) {
        return refused(Move.CLOSE, actor, version, "", now)
                .orElseGet(() -> new Made(with(State.CLOSED, approvals, approvedAt, now)));
    }

    /** Ends it at the instant from which its renewal is in force, so that there is no gap between them and no overlap. */
    Decision supersede(Actor actor, Instant renewed, Instant now) {
        return refused(Move.SUPERSEDE, actor, version, "", now)
                .orElseGet(() -> new Made(with(State.SUPERSEDED, approvals, approvedAt, renewed)));
    }

    private ExceptionRequest with(
            State state, List<Approval> given, @Nullable Instant approved, @Nullable Instant ended) {
        return new ExceptionRequest(
                id, version, content, risk, requester, lastEditor, state, given, approved, ended, renews);
    }

    /** Who may not is told so first, then what cannot be, then what was read too long ago. */
    private Optional<Decision> refused(Move move, Actor actor, int read, String reason, Instant now) {
        return mayNot(move, actor)
                .or(() -> move.from().contains(stateAt(now))
                        ? Optional.empty()
                        : refuse(
                                Cause.ILLEGAL_MOVE,
                                "%s is %s: there is nothing to %s."
                                        .formatted(
                                                name(), stateAt(now).title().toLowerCase(Locale.ENGLISH), move.verb())))
                .or(() -> read == version
                        ? Optional.empty()
                        : refuse(
                                Cause.CHANGED_MEANWHILE,
                                "It has changed since you read it: look at version %d first.".formatted(version)))
                .or(() -> move.isDecision() && reason.isBlank()
                        ? refuse(Cause.INCOMPLETE, "Give a reason.")
                        : Optional.empty());
    }

    private Optional<Decision> mayNot(Move move, Actor actor) {
        boolean own = requester.equals(actor.name());
        return switch (move.by()) {
            case REQUESTER -> own && actor.asks() ? Optional.empty() : forbid("Only who asked for it can do that.");
            case REQUESTER_OR_APPROVER ->
                own && actor.asks() || actor.decides()
                        ? Optional.empty()
                        : forbid("Only who asked for it and approvers can change it.");
            case APPROVER -> {
                if (!actor.decides()) {
                    yield forbid("Only approvers decide on exceptions.");
                }
                yield own ? forbid("Nobody decides on a request of their own.") : Optional.empty();
            }
            case PROGRAM -> actor.isProgram() ? Optional.empty() : forbid("Only Capstan itself does that.");
        };
    }

    private Optional<Decision> incomplete(Terms terms, Instant now) {
        List<String> problems = content.problems(now, terms.longest(risk, content.breakGlass()));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Refused(Cause.INCOMPLETE, problems));
    }

    private static Optional<Decision> refuse(Cause cause, String sentence) {
        return Optional.of(new Refused(cause, List.of(sentence)));
    }

    private static Optional<Decision> forbid(String sentence) {
        return Optional.of(new Forbidden(sentence));
    }
}
