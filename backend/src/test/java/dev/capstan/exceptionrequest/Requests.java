package dev.capstan.exceptionrequest;

import dev.capstan.access.Role;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.exceptionrequest.Decision.Made;
import dev.capstan.exceptionrequest.Decision.NeedsSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Requests in words: what is asked for, and where they stand. */
final class Requests {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final Terms TERMS = new Terms(30, 90, 180, 365, 72);
    static final Matched SOMETHING = new Matched(3, "");

    static final Actor OTTO = new Actor("otto", Role.OWNER);
    static final Actor ADA = new Actor("ada", Role.APPROVER);
    static final Actor BEN = new Actor("ben", Role.APPROVER);

    private Requests() {}

    static Content content() {
        return new Content(
                "Trace agent",
                new Grant(List.of("NET_ADMIN")),
                new Scope(Set.of(), null, Set.of("monitoring"), Set.of(), Set.of("agent"), Set.of(), Set.of()),
                Set.of(Control.ADDED),
                Justification.VENDOR_REQUIREMENT,
                "The vendor needs it to set up its interface.",
                "",
                "",
                "",
                "team-observability",
                NOW,
                NOW.plus(Duration.ofDays(20)),
                OnNewImage.TELL,
                false);
    }

    static Content from(Instant start, Instant expiry) {
        Content usual = content();
        return new Content(
                usual.title(),
                usual.grant(),
                usual.scope(),
                usual.controls(),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                start,
                expiry,
                usual.onNewImage(),
                usual.breakGlass());
    }

    static Content named(String title) {
        Content usual = content();
        return new Content(
                title,
                usual.grant(),
                usual.scope(),
                usual.controls(),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                usual.startsAt(),
                usual.expiresAt(),
                usual.onNewImage(),
                usual.breakGlass());
    }

    static Content granting(String... names) {
        Content usual = content();
        return new Content(
                usual.title(),
                new Grant(List.of(names)),
                usual.scope(),
                usual.controls(),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                usual.startsAt(),
                usual.expiresAt(),
                usual.onNewImage(),
                usual.breakGlass());
    }

    static Content inAnEmergency(Duration howLong) {
        Content usual = content();
        return new Content(
                usual.title(),
                usual.grant(),
                usual.scope(),
                usual.controls(),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                NOW,
                NOW.plus(howLong),
                usual.onNewImage(),
                true);
    }

    static ExceptionRequest draft(Content content, Risk risk, Actor author) {
        return ExceptionRequest.draft(7, content, risk, author, null);
    }

    static ExceptionRequest submitted(Content content, Risk risk, Actor author) {
        return made(draft(content, risk, author).submit(author, 1, SOMETHING, TERMS, NOW));
    }

    static ExceptionRequest granted(Content content) {
        return made(submitted(content, Risk.LOW, OTTO).approve(ADA, 1, "Fine.", TERMS, NOW));
    }

    /** A request of the author in the state, as it stands at {@link #NOW}. */
    static ExceptionRequest in(State state, Actor author) {
        ExceptionRequest high = submitted(content(), Risk.HIGH, author);
        ExceptionRequest first = made(high.approve(ADA, 1, "Fine.", TERMS, NOW));
        return switch (state) {
            case DRAFT -> draft(content(), Risk.HIGH, author);
            case SUBMITTED -> high;
            case CHANGES_REQUESTED -> made(high.requestChanges(ADA, 1, "Say more.", NOW));
            case PENDING_SECOND -> first;
            case REJECTED -> made(high.reject(ADA, 1, "No.", NOW));
            case WITHDRAWN -> made(high.withdraw(author, 1, NOW));
            case APPROVED -> grantedTo(from(NOW.plusSeconds(60), NOW.plus(Duration.ofDays(2))), author, NOW);
            case ACTIVE -> grantedTo(content(), author, NOW);
            case EXPIRED -> grantedTo(from(NOW.minusSeconds(60), NOW), author, NOW.minusSeconds(30));
            case REVOKED -> made(grantedTo(content(), author, NOW).revoke(ADA, 1, "Over.", NOW));
            case CLOSED -> made(grantedTo(content(), author, NOW).close(Actor.PROGRAM, NOW));
            case SUPERSEDED -> made(grantedTo(content(), author, NOW).supersede(Actor.PROGRAM, NOW, NOW));
        };
    }

    private static ExceptionRequest grantedTo(Content content, Actor author, Instant at) {
        ExceptionRequest submitted = made(draft(content, Risk.HIGH, author).submit(author, 1, SOMETHING, TERMS, at));
        ExceptionRequest first = made(submitted.approve(ADA, 1, "Fine.", TERMS, at));
        return made(first.approve(new Actor("cleo", Role.APPROVER), 1, "Fine, too.", TERMS, at));
    }

    static ExceptionRequest made(Decision decision) {
        return switch (decision) {
            case Made(ExceptionRequest request) -> request;
            case NeedsSecond(ExceptionRequest request) -> request;
            case Decision.Refused refused -> throw new AssertionError(refused);
            case Decision.Forbidden forbidden -> throw new AssertionError(forbidden);
        };
    }
}
