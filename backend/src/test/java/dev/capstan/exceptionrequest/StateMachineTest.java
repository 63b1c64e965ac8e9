package dev.capstan.exceptionrequest;

import static dev.capstan.exceptionrequest.Requests.ADA;
import static dev.capstan.exceptionrequest.Requests.BEN;
import static dev.capstan.exceptionrequest.Requests.NOW;
import static dev.capstan.exceptionrequest.Requests.OTTO;
import static dev.capstan.exceptionrequest.Requests.SOMETHING;
import static dev.capstan.exceptionrequest.Requests.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.access.Role;
import dev.capstan.benchmark.Risk;
import dev.capstan.exceptionrequest.Decision.Cause;
import dev.capstan.exceptionrequest.Decision.Forbidden;
import dev.capstan.exceptionrequest.Decision.Made;
import dev.capstan.exceptionrequest.Decision.NeedsSecond;
import dev.capstan.exceptionrequest.Decision.Refused;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every move from every state by everybody. */
class StateMachineTest {

    // Where each move leads; a dash where it leads nowhere.
    private static final String TABLE = """
            from              | EDIT              | SUBMIT    | WITHDRAW  | APPROVE        | REQUEST_CHANGES   | REJECT   | REVOKE  | CLOSE  | SUPERSEDE
            DRAFT             | DRAFT             | SUBMITTED | WITHDRAWN | -              | -                 | -        | -       | -      | -
            SUBMITTED         | SUBMITTED         | -         | WITHDRAWN | PENDING_SECOND | CHANGES_REQUESTED | REJECTED | -       | -      | -
            CHANGES_REQUESTED | CHANGES_REQUESTED | SUBMITTED | WITHDRAWN | -              | -                 | -        | -       | -      | -
            PENDING_SECOND    | PENDING_SECOND    | -         | WITHDRAWN | ACTIVE         | CHANGES_REQUESTED | REJECTED | -       | -      | -
            REJECTED          | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            WITHDRAWN         | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            APPROVED          | -                 | -         | -         | -              | -                 | -        | REVOKED | -      | -
            ACTIVE            | -                 | -         | -         | -              | -                 | -        | REVOKED | CLOSED | SUPERSEDED
            EXPIRED           | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            REVOKED           | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            CLOSED            | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            SUPERSEDED        | -                 | -         | -         | -              | -                 | -        | -       | -      | -
            """;

    private static final Actor OLGA = new Actor("olga", Role.OWNER);
    private static final Actor ALMA = new Actor("alma", Role.APPROVER);

    // Who makes each move of a request of otto's that ada has looked at first; nobody else does.
    private static final Map<Move, List<Actor>> WHO = Map.of(
            Move.EDIT, List.of(OTTO, ADA, BEN),
            Move.SUBMIT, List.of(OTTO),
            Move.WITHDRAW, List.of(OTTO),
            Move.APPROVE, List.of(ADA, BEN),
            Move.REQUEST_CHANGES, List.of(ADA, BEN),
            Move.REJECT, List.of(ADA, BEN),
            Move.REVOKE, List.of(ADA, BEN),
            Move.CLOSE, List.of(Actor.PROGRAM),
            Move.SUPERSEDE, List.of(Actor.PROGRAM));

    private static final List<Actor> EVERYBODY = List.of(
            OTTO,
            OLGA,
            ADA,
            BEN,
            new Actor("vera", Role.VIEWER),
            new Actor("iris", Role.AUDITOR),
            new Actor("aron", Role.ADMIN),
            Actor.PROGRAM);

    private record Try(State from, Move move, Actor by, String leadsTo) {}

    static Stream<Try> everything() {
        List<List<String>> rows = TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> moves = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Stream.iterate(1, i -> i < row.size(), i -> i + 1)
                        .flatMap(i -> EVERYBODY.stream()
                                .map(by -> new Try(
                                        State.valueOf(row.getFirst()), Move.valueOf(moves.get(i)), by, row.get(i)))));
    }

    @Test
    void theTableHoldsEveryStateAndEveryMove() {
        assertThat(everything()).hasSize(State.values().length * Move.values().length * EVERYBODY.size());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aMoveLeadsWhereTheTableSaysOrIsRefusedWithItsReason(Try tried) {
        ExceptionRequest before = Requests.in(tried.from(), OTTO);
        assertThat(before.stateAt(NOW)).isEqualTo(tried.from());

        Decision decision = make(tried.move(), before, tried.by());

        if (!WHO.get(tried.move()).contains(tried.by())) {
            assertThat(decision).isInstanceOf(Forbidden.class);
        } else if (tried.leadsTo().equals("-")) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.cause()).isEqualTo(Cause.ILLEGAL_MOVE));
        } else if (tried.move() == Move.APPROVE && tried.from() == State.PENDING_SECOND && tried.by() == ADA) {
            assertThat(decision).as("the second approval is another person's").isInstanceOf(Forbidden.class);
        } else {
            assertThat(Requests.made(decision).stateAt(NOW)).isEqualTo(State.valueOf(tried.leadsTo()));
            assertThat(decision instanceof NeedsSecond)
                    .isEqualTo(tried.leadsTo().equals("PENDING_SECOND") && tried.move() == Move.APPROVE);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nobodyDecidesOnARequestOfTheirOwn(Try tried) {
        if (tried.move().isDecision()) {
            ExceptionRequest own = Requests.in(tried.from(), ALMA);

            assertThat(make(tried.move(), own, ALMA)).isInstanceOf(Forbidden.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aMoveOfWhatSomebodyHasChangedSinceIsRefused(Try tried) {
        if (tried.from() != State.DRAFT
                && State.OPEN.contains(tried.from())
                && !tried.leadsTo().equals("-")) {
            ExceptionRequest read = Requests.in(tried.from(), OTTO);
            ExceptionRequest since =
                    Requests.made(read.edit(Requests.named("Other"), Risk.HIGH, BEN, read.version(), NOW));
            if (WHO.get(tried.move()).contains(tried.by())) {
                assertThat(make(tried.move(), since, tried.by(), read.version()))
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.cause()).isEqualTo(Cause.CHANGED_MEANWHILE));
            }
        }
    }

    @Test
    void whoChangedItLastDoesNotApproveIt() {
        ExceptionRequest edited =
                Requests.made(Requests.in(State.SUBMITTED, OTTO).edit(Requests.named("Other"), Risk.HIGH, BEN, 1, NOW));

        assertThat(make(Move.APPROVE, edited, BEN)).isInstanceOf(Forbidden.class);
        assertThat(make(Move.APPROVE, edited, ADA)).isInstanceOf(NeedsSecond.class);
    }

    @Test
    void anApproverSaysWhy() {
        ExceptionRequest submitted = Requests.in(State.SUBMITTED, OTTO);

        assertThat(submitted.approve(ADA, 1, "  ", TERMS, NOW))
                .isEqualTo(new Refused(Cause.INCOMPLETE, List.of("Give a reason.")));
        assertThat(submitted.reject(ADA, 1, "", NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void oneApproverIsEnoughForLowAndMediumRiskAndInAnEmergency() {
        for (Risk risk : Risk.values()) {
            boolean two = risk.compareTo(Risk.HIGH) >= 0;
            ExceptionRequest submitted = Requests.submitted(Requests.content(), risk, OTTO);
            ExceptionRequest emergency = Requests.submitted(Requests.inAnEmergency(Duration.ofHours(72)), risk, OTTO);

            assertThat(make(Move.APPROVE, submitted, ADA)).isInstanceOf(two ? NeedsSecond.class : Made.class);
            assertThat(make(Move.APPROVE, emergency, ADA)).isInstanceOf(Made.class);
        }
    }

    private static Decision make(Move move, ExceptionRequest request, Actor by) {
        return make(move, request, by, request.version());
    }

    private static Decision make(Move move, ExceptionRequest request, Actor by, int read) {
        return switch (move) {
            case EDIT -> request.edit(Requests.named("Another"), Risk.HIGH, by, read, NOW);
            case SUBMIT -> request.submit(by, read, SOMETHING, TERMS, NOW);
            case WITHDRAW -> request.withdraw(by, read, NOW);
            case APPROVE -> request.approve(by, read, "Because.", TERMS, NOW);
            case REQUEST_CHANGES -> request.requestChanges(by, read, "Because.", NOW);
            case REJECT -> request.reject(by, read, "Because.", NOW);
            case REVOKE -> request.revoke(by, read, "Because.", NOW);
            case CLOSE -> request.close(by, NOW);
            case SUPERSEDE -> request.supersede(by, NOW, NOW);
        };
    }
}
