package dev.capstan.posture;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import dev.capstan.exceptionrequest.Content;
import dev.capstan.exceptionrequest.Decision;
import dev.capstan.exceptionrequest.ExceptionRequest;
import dev.capstan.exceptionrequest.ExceptionRequests;
import dev.capstan.exceptionrequest.Exceptions;
import dev.capstan.workload.History;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What exceptions make of score, lists and changes, at every instant. */
class ExceptedTest {

    private static final Instant START = DAY_1.plus(Duration.ofHours(2));
    private static final Duration TERM = Duration.ofHours(10);
    private static final Instant END = START.plus(TERM);

    private final History history = new History();
    private final PostureSettings settings = new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));
    private final ExceptionRequests requests =
            Exceptions.requests(history.jdbc, history.failing(), history.judging(), history.clock());
    private final ClusterList clusters = new ClusterList(history.jdbc, settings, history.clock());
    private final WorkloadList workloads = new WorkloadList(history.jdbc, settings, history.clock());
    private final GroupScores groups = new GroupScores(clusters, history.jdbc, settings, history.clock());
    private final ChangeList changes = new ChangeList(history.jdbc);

    @BeforeEach
    void twoThatFailAndOneThatPasses() {
        history.jdbc
                .sql("insert into person (name, display_name, password_hash, role, created_at) values"
                        + " ('otto', 'Otto', '!', 'OWNER', now()), ('ada', 'Ada', '!', 'APPROVER', now())")
                .update();
        history.record(DAY_1, app("agent", "NET_ADMIN"), app("cart", "NET_ADMIN"), app("fine"));
        history.at(DAY_1.plusSeconds(60));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsExceptedFailsBeforeAndAfterAndAtNoInstantBetween() {
        granted(content("NET_ADMIN", "agent"));
        now(END.plus(Duration.ofHours(1)));

        assertThat(score(AsOf.at(START.minusNanos(1000)))).isEqualTo(new Score(1, 2, 0, 0));
        assertThat(score(AsOf.at(START))).isEqualTo(new Score(1, 1, 1, 0, 0, 0));
        assertThat(score(AsOf.at(END.minusNanos(1000)))).isEqualTo(new Score(1, 1, 1, 0, 0, 0));
        assertThat(score(AsOf.at(END))).isEqualTo(new Score(1, 2, 0, 0));
        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 2, 0, 0));
    }

    @Test
    void everyReadingAgrees() {
        granted(content("NET_ADMIN", "agent"));
        now(START.plusSeconds(1));
        for (Instant at = DAY_1; at.isBefore(END.plus(Duration.ofHours(1))); at = at.plus(Duration.ofMinutes(30))) {
            now(at.isAfter(START.plusSeconds(1)) ? at : START.plusSeconds(1));
            Score score = score(AsOf.at(at));
            assertThat(groups.read(new Grouping.ByNamespace(), Control.ADDED, AsOf.at(at)))
                    .singleElement()
                    .satisfies(group -> assertThat(group.score()).isEqualTo(score));
            assertThat(workloads.count(Control.ADDED, WorkloadFilter.SCORED.withFailingOnly(true), AsOf.at(at)))
                    .isEqualTo(score.failing());
        }
    }

    @Test
    void aRequestIsCountedAmongWhatFails() {
        submitted(content("NET_ADMIN", "agent"));
        history.settle();

        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 2, 0, 1, 0, 0));
    }

    @Test
    void oneCapabilityMoreAndOnlyThatContainerFailsAtOnce() {
        granted(content("NET_ADMIN", "agent", "cart"));
        now(START.plusSeconds(1));
        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 0, 2, 0, 0, 0));

        history.record(
                START.plusSeconds(60), app("agent", "NET_ADMIN", "SYS_TIME"), app("cart", "NET_ADMIN"), app("fine"));

        now(START.plusSeconds(61));
        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 1, 1, 0, 0, 0));
        assertThat(kind(START.plusSeconds(30))).isEqualTo(ChangeKind.EXCEEDED);
    }

    @Test
    void oneCapabilityLessIsStillCovered() {
        history.record(DAY_1.plusSeconds(50), app("agent", "NET_ADMIN", "SYS_TIME"), app("fine"));
        granted(content("NET_ADMIN", "agent"));
        now(START.plusSeconds(1));
        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 1, 0, 0));

        history.record(START.plusSeconds(60), app("agent", "NET_ADMIN"), app("fine"));

        assertThat(score(AsOf.NOW)).isEqualTo(new Score(1, 0, 1, 0, 0, 0));
    }

    @Test
    void changesTellAnExceptionFromAFix() {
        granted(content("NET_ADMIN", "agent"));
        now(START.plusSeconds(1));
        assertThat(kind(START.minusSeconds(10))).isEqualTo(ChangeKind.EXCEPTED);

        now(END.plusSeconds(1));
        assertThat(kind(END.minusSeconds(10))).isEqualTo(ChangeKind.EXPIRED);
        assertThat(changes.count(Control.ADDED, Period.since(START.minusSeconds(10)), ChangeFilter.ALL)
                        .all())
                .isZero();
    }

    @Test
    void aRevokedExceptionExcusesNothingFromThatInstantOn() {
        ExceptionRequest exception = granted(content("NET_ADMIN", "agent"));
        now(START.plusSeconds(100));
        as("ada", "APPROVER", () -> requests.revoke(exception.id(), 1, "Over."));
        now(START.plusSeconds(200));

        assertThat(score(AsOf.at(START.plusSeconds(99))).excepted()).isEqualTo(1);
        assertThat(score(AsOf.at(START.plusSeconds(100))).excepted()).isZero();
    }

    @Test
    void whatIsReadLateIsReadAsOfTheInstantAtWhichItCame() {
        granted(content("NET_ADMIN", "agent"));
        now(END.plus(Duration.ofDays(1)));

        assertThat(score(AsOf.at(START.plusSeconds(1))).excepted()).isEqualTo(1);
        assertThat(history.jdbc
                        .sql("select count(*) from exception_cover where seen_until = 'infinity'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theStrictScoreNeverCountsWhatIsExcepted() {
        Score excepted = new Score(9, 0, 1, 0, 0, 0);

        assertThat(excepted.strictPercent()).hasValue(90);
        assertThat(excepted.acceptedPercent()).hasValue(99);
        assertThat(new Score(999, 0, 1, 0, 0, 0).strictPercent()).hasValue(99);
        assertThat(new Score(9, 1, 0, 1, 0, 0).acceptedPercent()).hasValue(90);
    }

    private ChangeKind kind(Instant since) {
        return changes.list(Control.ADDED, Period.since(since), ChangeFilter.ALL, Pageable.unpaged()).stream()
                .map(Change::kind)
                .reduce((_, _) -> {
                    throw new AssertionError("More than one change");
                })
                .orElseThrow();
    }

    private Score score(AsOf asOf) {
        return clusters.all(Control.ADDED, asOf).getFirst().score();
    }

    private void now(Instant at) {
        history.at(at);
        history.settle();
    }

    private static Content content(String capability, String... workloads) {
        return Exceptions.content(START, TERM, capability, workloads);
    }

    private ExceptionRequest granted(Content content) {
        ExceptionRequest asked = submitted(content);
        return made(as("ada", "APPROVER", () -> requests.approve(asked.id(), 1, "Needed.")));
    }

    private ExceptionRequest submitted(Content content) {
        ExceptionRequest draft = made(as("otto", "OWNER", () -> requests.draft(content)));
        return made(as("otto", "OWNER", () -> requests.submit(draft.id(), 1)));
    }

    private static ExceptionRequest made(Decision decision) {
        return ((Decision.Made) decision).request();
    }

    private Decision as(String name, String role, Supplier<Decision> action) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, null, "ROLE_" + role, "ROLE_VIEWER"));
        return history.whole(action);
    }
}
