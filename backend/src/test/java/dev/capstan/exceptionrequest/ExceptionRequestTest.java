package dev.capstan.exceptionrequest;

import static dev.capstan.exceptionrequest.Requests.ADA;
import static dev.capstan.exceptionrequest.Requests.NOW;
import static dev.capstan.exceptionrequest.Requests.OTTO;
import static dev.capstan.exceptionrequest.Requests.SOMETHING;
import static dev.capstan.exceptionrequest.Requests.TERMS;
import static dev.capstan.exceptionrequest.Requests.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Risk;
import dev.capstan.exceptionrequest.Decision.Cause;
import dev.capstan.exceptionrequest.Decision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionRequestTest {

    @Test
    void isInForceFromItsStartToTheInstantBeforeItsExpiry() {
        Instant start = NOW.plusSeconds(100);
        Instant expiry = NOW.plusSeconds(200);
        ExceptionRequest granted = Requests.granted(Requests.from(start, expiry));

        assertThat(granted.inForceAt(start.minusNanos(1))).isFalse();
        assertThat(granted.inForceAt(start)).isTrue();
        assertThat(granted.inForceAt(expiry.minusNanos(1))).isTrue();
        assertThat(granted.inForceAt(expiry)).isFalse();
    }

    @Test
    void neverHoldsBeforeItIsApproved() {
        ExceptionRequest granted = Requests.granted(Requests.from(NOW.minusSeconds(100), NOW.plusSeconds(100)));

        assertThat(granted.inForceAt(NOW.minusNanos(1))).isFalse();
        assertThat(granted.inForceAt(NOW)).isTrue();
    }

    @Test
    void endsWhenItIsRevokedAndWhatWasInForceBeforeStaysSo() {
        ExceptionRequest revoked =
                made(Requests.granted(Requests.content()).revoke(ADA, 1, "Fixed.", NOW.plusSeconds(10)));

        assertThat(revoked.inForceAt(NOW.plusSeconds(9))).isTrue();
        assertThat(revoked.inForceAt(NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void isNeverInForceWhenItIsRevokedBeforeItsStart() {
        ExceptionRequest granted = Requests.granted(Requests.from(NOW.plusSeconds(100), NOW.plusSeconds(200)));

        assertThat(made(granted.revoke(ADA, 1, "No more.", NOW.plusSeconds(1))).inForce())
                .isEmpty();
    }

    @Test
    void whileItsStateSaysActiveItIsInForceAndOnlyThen() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            Instant start = NOW.plusSeconds(random.nextInt(-50, 50));
            Instant expiry = NOW.plusSeconds(random.nextInt(1, 100));
            if (!expiry.isAfter(start)) {
                continue;
            }
            ExceptionRequest granted = Requests.granted(Requests.from(start, expiry));
            Instant at = NOW.plusSeconds(random.nextInt(0, 120));

            assertThat(granted.inForceAt(at)).isEqualTo(granted.stateAt(at) == State.ACTIVE);
        }
    }

    @Test
    void aRenewalTakesItsPlaceWithoutAGap() {
        ExceptionRequest old = Requests.granted(Requests.content());
        Instant renewed = NOW.plusSeconds(500);
        ExceptionRequest superseded = made(old.supersede(Actor.PROGRAM, renewed, NOW.plusSeconds(501)));

        assertThat(superseded.inForce().map(ExceptionRequest.Period::until)).isEqualTo(Optional.of(renewed));
    }

    @Test
    void anApprovalIsGivenToWhatWasReadAndToNothingElse() {
        ExceptionRequest first =
                made(Requests.submitted(Requests.content(), Risk.HIGH, OTTO).approve(ADA, 1, "Fine.", TERMS, NOW));

        ExceptionRequest wider =
                made(first.edit(Requests.granting("NET_ADMIN", "SYS_PTRACE"), Risk.HIGH, OTTO, 1, NOW));
        ExceptionRequest otherTitle = made(first.edit(Requests.named("Better title"), Risk.HIGH, OTTO, 1, NOW));
        ExceptionRequest riskier = made(first.edit(Requests.content(), Risk.CRITICAL, OTTO, 1, NOW));

        assertThat(wider.approvals()).isEmpty();
        assertThat(wider.stateAt(NOW)).isEqualTo(State.SUBMITTED);
        assertThat(riskier.approvals()).isEmpty();
        assertThat(otherTitle.approvals()).hasSize(1);
        assertThat(otherTitle.stateAt(NOW)).isEqualTo(State.PENDING_SECOND);
        assertThat(otherTitle.version()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} may last {1} days")
    @CsvSource({"CRITICAL, 30", "HIGH, 90", "MEDIUM, 180", "LOW, 365"})
    void lastsNoLongerThanItsRiskAllows(Risk risk, int days) {
        Instant latest = NOW.plus(Duration.ofDays(days));

        assertThat(submit(Requests.from(NOW, latest), risk)).isInstanceOf(Decision.Made.class);
        assertThat(submit(Requests.from(NOW, latest.plusSeconds(1)), risk)).isInstanceOf(Refused.class);
    }

    @Test
    void anEmergencyLastsThreeDaysAtMost() {
        assertThat(submit(Requests.inAnEmergency(Duration.ofHours(72)), Risk.CRITICAL))
                .isInstanceOf(Decision.Made.class);
        assertThat(submit(Requests.inAnEmergency(Duration.ofHours(73)), Risk.CRITICAL))
                .isInstanceOf(Refused.class);
    }

    @Test
    void isNotSubmittedForNothingAndNotTwice() {
        ExceptionRequest draft = Requests.draft(Requests.content(), Risk.LOW, OTTO);

        assertThat(draft.submit(OTTO, 1, new Matched(0, ""), TERMS, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.cause()).isEqualTo(Cause.NOTHING_MATCHES));
        assertThat(draft.submit(OTTO, 1, new Matched(1, "EX-3"), TERMS, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.cause()).isEqualTo(Cause.DUPLICATE));
    }

    @Test
    void isNotApprovedOnceItsTimeIsOver() {
        ExceptionRequest submitted = Requests.submitted(Requests.from(NOW, NOW.plusSeconds(10)), Risk.LOW, OTTO);

        assertThat(submitted.approve(ADA, 1, "Fine.", TERMS, NOW.plusSeconds(10)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.cause()).isEqualTo(Cause.TOO_LATE));
    }

    @Test
    void aRequestThatSaysTooLittleIsToldEverythingThatIsMissing() {
        Content usual = Requests.content();
        Content empty = new Content(
                " ",
                usual.grant(),
                new Scope(Set.of(), null, Set.of(), Set.of("Pod"), Set.of(), Set.of(), Set.of()),
                Set.of(),
                Justification.COMPENSATING_CONTROL,
                "",
                "",
                "",
                "javascript:alert(1)",
                "",
                NOW,
                NOW,
                OnNewImage.IGNORE,
                false);

        assertThat(submit(empty, Risk.LOW))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentences()).hasSize(8));
    }

    private static Decision submit(Content content, Risk risk) {
        return Requests.draft(content, risk, OTTO).submit(OTTO, 1, SOMETHING, TERMS, NOW);
    }
}
