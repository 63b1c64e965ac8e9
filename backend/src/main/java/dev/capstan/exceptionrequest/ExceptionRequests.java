package dev.capstan.exceptionrequest;

import dev.capstan.access.Role;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.exceptionrequest.Decision.Forbidden;
import dev.capstan.exceptionrequest.Decision.Made;
import dev.capstan.exceptionrequest.Decision.NeedsSecond;
import dev.capstan.exceptionrequest.Decision.Refused;
import dev.capstan.shared.Deed;
import dev.capstan.workload.FailingUnits;
import dev.capstan.workload.Policies;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests for exceptions, and the exceptions that they become. Every move is made by the one who is signed in, one at a
 * time for each request, and is kept with its reason.
 */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ExceptionRequests {

    private final RequestRows rows;
    private final MoveRows moves;
    private final FailingUnits units;
    private final Policies policies;
    private final Terms terms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExceptionRequests(
            RequestRows rows,
            MoveRows moves,
            FailingUnits units,
            Policies policies,
            Terms terms,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.units = units;
        this.policies = policies;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /** The containers that fail now and would be excused in whole or in part. */
    @Transactional(readOnly = true)
    public List<Covered> preview(Content content) {
        return units.find(Settling.where(content)).stream()
                .flatMap(unit -> Coverage.of(content, unit))
                .toList();
    }

    /** A request, if there is one of the number. */
    @Transactional(readOnly = true)
    public Optional<ExceptionRequest> find(long id) {
        return rows.find(id);
    }

    /** Everything that was done with it, in order. */
    @Transactional(readOnly = true)
    public List<Moved> history(long id) {
        return moves.of(id);
    }

    /** Begins a request, which nobody else is asked about yet. */
    @Transactional
    public Decision draft(Content content) {
        return begin(content, null);
    }

    /** Begins one that takes the place of an exception when it is granted; until then the old one stays in force. */
    @Transactional
    public Decision renew(long id, Content content) {
        return rows.find(id)
                .map(old -> old.approvedAt() == null
                        ? new Refused(Decision.Cause.ILLEGAL_MOVE, List.of(old.name() + " was never granted."))
                        : begin(content, id))
                .orElseGet(() -> missing(id));
    }

    private Decision begin(Content content, @Nullable Long renews) {
        Actor author = whoAsks();
        if (!author.asks()) {
            return new Forbidden("Only workload owners and approvers ask for exceptions.");
        }
        Instant now = now();
        Risk risk = content.grant().risk(criteria());
        ExceptionRequest draft =
                ExceptionRequest.draft(rows.insert(content, risk, author, renews, now), content, risk, author, renews);
        moves.keepVersion(draft, now);
        record(draft, null, draft, "draft", "", author, now);
        return new Made(draft);
    }

    /**
     * Changes what is asked for.
     *
     * @param read the version that the person has read
     */
    @Transactional
    public Decision edit(long id, int read, Content content) {
        Risk risk = content.grant().risk(criteria());
        return move(id, "edit", "", (request, at) -> request.edit(content, risk, at.actor(), read, at.now()));
    }

    /** Hands it to those who decide. */
    @Transactional
    public Decision submit(long id, int read) {
        return move(
                id,
                Move.SUBMIT.verb(),
                "",
                (request, at) -> request.submit(at.actor(), read, matched(request), terms, at.now()));
    }

    /** Approves it, for the first or for the second time. */
    @Transactional
    public Decision approve(long id, int read, String reason) {
        return move(
                id,
                Move.APPROVE.verb(),
                reason,
                (request, at) -> request.approve(at.actor(), read, reason, terms, at.now()));
    }

    /** Gives it back with what should be different. */
    @Transactional
    public Decision requestChanges(long id, int read, String reason) {
        return move(
                id,
                Move.REQUEST_CHANGES.verb(),
                reason,
                (request, at) -> request.requestChanges(at.actor(), read, reason, at.now()));
    }

    /** Refuses it for good. */
    @Transactional
    public Decision reject(long id, int read, String reason) {
        return move(
                id, Move.REJECT.verb(), reason, (request, at) -> request.reject(at.actor(), read, reason, at.now()));
    }

    /** Takes it back. */
    @Transactional
    public Decision withdraw(long id, int read) {
        return move(id, Move.WITHDRAW.verb(), "", (request, at) -> request.withdraw(at.actor(), read, at.now()));
    }

    /** Ends it before its time. */
    @Transactional
    public Decision revoke(long id, int read, String reason) {
        return move(
                id, Move.REVOKE.verb(), reason, (request, at) -> request.revoke(at.actor(), read, reason, at.now()));
    }

    private record At(Actor actor, Instant now) {}

    // The row is locked first and the clock read then: whoever comes second decides on what the first has made of it.
    private Decision move(long id, String verb, String why, BiFunction<ExceptionRequest, At, Decision> made) {
        Optional<ExceptionRequest> locked = rows.lock(id);
        if (locked.isEmpty()) {
            return missing(id);
        }
        ExceptionRequest before = locked.get();
        At at = new At(whoAsks(), now());
        Decision decision = made.apply(before, at);
        switch (decision) {
            case Made(ExceptionRequest after) -> keep(before, after, verb, why, at);
            case NeedsSecond(ExceptionRequest after) -> keep(before, after, verb, why, at);
            case Refused ignored -> {}
            case Forbidden ignored -> {}
        }
        return decision;
    }

    private void keep(ExceptionRequest before, ExceptionRequest after, String verb, String why, At at) {
        if (after.version() != before.version()) {
            moves.keepVersion(after, at.now());
        }
        rows.keepApprovals(after);
        rows.update(after, at.now());
        rows.due(after, at.now());
        record(after, before, after, verb, why, at.actor(), at.now());
    }

    private void record(
            ExceptionRequest request,
            @Nullable ExceptionRequest before,
            ExceptionRequest after,
            String verb,
            String why,
            Actor actor,
            Instant now) {
        State from = before == null ? State.DRAFT : before.stateAt(now);
        State to = after.stateAt(now);
        moves.append(new Moved(request.version(), verb, from, to, actor.name(), now, why.strip()), request.id());
        events.publishEvent(new Deed(
                verb.equals("edit") ? Deed.What.EXCEPTION_EDITED : Deed.What.EXCEPTION_MOVED,
                "exception:" + request.name(),
                request.content().title(),
                actor.name(),
                why.isBlank() ? null : why.strip(),
                Map.of("move", verb, "from", from.name(), "to", to.name(), "version", "" + request.version())));
    }

    private Matched matched(ExceptionRequest request) {
        List<Covered> covered = preview(request.content());
        return new Matched(covered.size(), duplicateOf(request));
    }

    // The same grant in the same scope, in force or about to be, and not the one that it renews.
    private String duplicateOf(ExceptionRequest request) {
        Instant now = now();
        return rows.read("where r.state = 'APPROVED' and r.id <> :id", Map.of("id", request.id())).stream()
                .filter(other -> State.GRANTED.contains(other.stateAt(now)))
                .filter(other -> request.renews() == null || other.id() != request.renews())
                .filter(other ->
                        other.content().scope().equals(request.content().scope())
                                && other.content()
                                        .controls()
                                        .containsAll(request.content().controls())
                                && other.content()
                                        .grant()
                                        .beyond(request.content().grant().names())
                                        .isEmpty())
                .map(ExceptionRequest::name)
                .findFirst()
                .orElse("");
    }

    private Criteria criteria() {
        return policies.newest().map(version -> version.policy().fleet()).orElse(Criteria.STRICT);
    }

    private static Decision missing(long id) {
        return new Refused(Decision.Cause.ILLEGAL_MOVE, List.of("There is no request EX-%d.".formatted(id)));
    }

    // To what the database keeps, so that an instant read back is the one that was decided.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Actor whoAsks() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null) {
            throw new IllegalStateException("Nobody is signed in");
        }
        return new Actor(who.getName(), role(who));
    }

    // The roles' hierarchy gives everyone VIEWER, and whoever is more has that, too.
    private static Role role(Authentication who) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.VIEWER)
                .filter(role -> who.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role.name()).equals(authority.getAuthority())))
                .findFirst()
                .orElse(Role.VIEWER);
    }
}
