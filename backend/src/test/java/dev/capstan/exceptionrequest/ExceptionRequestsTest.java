package dev.capstan.exceptionrequest;

import static dev.capstan.exceptionrequest.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.access.Role;
import dev.capstan.exceptionrequest.Decision.Cause;
import dev.capstan.exceptionrequest.Decision.Forbidden;
import dev.capstan.exceptionrequest.Decision.Made;
import dev.capstan.exceptionrequest.Decision.NeedsSecond;
import dev.capstan.exceptionrequest.Decision.Refused;
import dev.capstan.shared.Deed;
import dev.capstan.workload.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ExceptionRequestsTest {

    private final History history = new History();
    private final List<Object> published = new ArrayList<>();
    private final ExceptionRequests requests = new ExceptionRequests(
            new RequestRows(history.jdbc),
            new MoveRows(history.jdbc),
            history.failing(),
            history.judging(),
            Requests.TERMS,
            published::add,
            history.clock());

    @BeforeEach
    void aFleetAndItsPeople() {
        history.jdbc
                .sql(
                        "insert into person (name, display_name, password_hash, role, created_at) select n, n, '!', r, now()"
                                + " from (values ('otto', 'OWNER'), ('ada', 'APPROVER'), ('ben', 'APPROVER'),"
                                + " ('aron', 'ADMIN')) p (n, r)")
                .update();
        history.record(
                NOW.minusSeconds(60), History.app("agent", "NET_ADMIN"), History.app("cart", "NET_ADMIN", "SYS_TIME"));
        history.at(NOW);
        signIn("otto", Role.OWNER);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRequestIsReadBackAsItWasWritten() {
        ExceptionRequest draft = draft(agent());

        assertThat(requests.find(draft.id())).contains(draft);
    }

    @Test
    void twoApproversGrantWhatIsRiskyAndEachMoveIsKept() {
        ExceptionRequest asked = submitted(agent());
        assertThat(as("ada", () -> requests.approve(asked.id(), 1, "Needed."))).isInstanceOf(NeedsSecond.class);
        assertThat(as("ada", () -> requests.approve(asked.id(), 1, "Again."))).isInstanceOf(Forbidden.class);
        assertThat(as("ben", () -> requests.approve(asked.id(), 1, "Agreed."))).isInstanceOf(Made.class);

        ExceptionRequest granted = requests.find(asked.id()).orElseThrow();
        assertThat(granted.stateAt(NOW)).isEqualTo(State.ACTIVE);
        assertThat(granted.approvals()).extracting(Approval::approver).containsExactly("ada", "ben");
        assertThat(requests.history(asked.id()))
                .extracting(move -> move.actor() + ": " + move.move() + " to " + move.to())
                .containsExactly(
                        "otto: draft to DRAFT",
                        "otto: submit to SUBMITTED",
                        "ada: approve to PENDING_SECOND",
                        "ben: approve to ACTIVE");
        assertThat(published).hasSize(4).allSatisfy(event -> assertThat(event).isInstanceOf(Deed.class));
    }

    @Test
    void whatItWouldCoverIsShownContainerByContainer() {
        assertThat(requests.preview(granting("NET_ADMIN", "agent", "cart")))
                .extracting(covered ->
                        covered.unit().workloadName() + " " + covered.unit().control() + " left " + covered.left())
                .containsExactly("agent ADDED left []", "cart ADDED left [SYS_TIME]");
        assertThat(requests.preview(granting("CHOWN", "agent", "cart"))).isEmpty();
        assertThat(requests.preview(granting("NET_ADMIN", "another"))).isEmpty();
    }

    @Test
    void nothingIsAskedForThatCoversNothing() {
        ExceptionRequest draft = draft(granting("NET_ADMIN", "another"));

        assertThat(refusal(whole(() -> requests.submit(draft.id(), 1)))).isEqualTo(Cause.NOTHING_MATCHES);
    }

    @Test
    void theSameIsNotGrantedTwice() {
        grant(agent());

        ExceptionRequest again = draft(agent());
        assertThat(refusal(whole(() -> requests.submit(again.id(), 1)))).isEqualTo(Cause.DUPLICATE);
    }

    @Test
    void aRenewalOfTheSameIsAskedForWhileTheOldOneIsInForce() {
        ExceptionRequest old = grant(agent());

        ExceptionRequest renewal = Requests.made(whole(() -> requests.renew(old.id(), agent())));

        assertThat(whole(() -> requests.submit(renewal.id(), 1))).isInstanceOf(Made.class);
        assertThat(requests.find(old.id()).orElseThrow().stateAt(NOW)).isEqualTo(State.ACTIVE);
    }

    @Test
    void anApprovalThatMeetsAnEditIsRefusedAndTellsSo() {
        ExceptionRequest asked = submitted(agent());
        whole(() -> requests.edit(asked.id(), 1, granting("SYS_TIME", "cart")));

        assertThat(refusal(as("ada", () -> requests.approve(asked.id(), 1, "Needed."))))
                .isEqualTo(Cause.CHANGED_MEANWHILE);
        assertThat(requests.find(asked.id()).orElseThrow().approvals()).isEmpty();
    }

    @Test
    void ofTwoWhoDecideAtTheSameMomentOneIsFirstAndTheOtherIsTold() throws Exception {
        for (int round = 0; round < 10; round++) {
            ExceptionRequest asked = submitted(granting("NET_ADMIN", "agent", "round-" + round));
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Decision> rejected =
                    at(together, () -> as("ada", () -> requests.reject(asked.id(), 1, "No.")));
            CompletableFuture<Decision> withdrawn =
                    at(together, () -> as("otto", Role.OWNER, () -> requests.withdraw(asked.id(), 1)));

            List<Decision> both = List.of(rejected.get(30, TimeUnit.SECONDS), withdrawn.get(30, TimeUnit.SECONDS));

            assertThat(both).filteredOn(Made.class::isInstance).hasSize(1);
            assertThat(both)
                    .filteredOn(Refused.class::isInstance)
                    .singleElement()
                    .satisfies(refused -> assertThat(refusal(refused)).isEqualTo(Cause.ILLEGAL_MOVE));
        }
    }

    @Test
    void twoWhoApproveAtTheSameMomentAreTheTwoThatAreNeeded() throws Exception {
        ExceptionRequest asked = submitted(agent());
        CyclicBarrier together = new CyclicBarrier(2);
        CompletableFuture<Decision> ada = at(together, () -> as("ada", () -> requests.approve(asked.id(), 1, "Yes.")));
        CompletableFuture<Decision> ben = at(together, () -> as("ben", () -> requests.approve(asked.id(), 1, "Yes.")));

        assertThat(List.of(ada.get(30, TimeUnit.SECONDS), ben.get(30, TimeUnit.SECONDS)))
                .hasAtLeastOneElementOfType(NeedsSecond.class)
                .hasAtLeastOneElementOfType(Made.class);
        assertThat(requests.find(asked.id()).orElseThrow().stateAt(NOW)).isEqualTo(State.ACTIVE);
    }

    @Test
    void whatIsGivenBackComesBackWithoutTheApprovalsItHad() {
        ExceptionRequest asked = submitted(agent());
        as("ada", () -> requests.approve(asked.id(), 1, "Needed."));
        as("ben", () -> requests.requestChanges(asked.id(), 1, "For how long?"));
        signIn("otto", Role.OWNER);
        whole(() -> requests.submit(asked.id(), 2));

        assertThat(as("ben", () -> requests.approve(asked.id(), 2, "Now yes."))).isInstanceOf(NeedsSecond.class);
        assertThat(as("ada", () -> requests.approve(asked.id(), 2, "Still."))).isInstanceOf(Made.class);
    }

    @Test
    void theDatabaseRefusesWhatTheProgramWould() {
        ExceptionRequest asked = submitted(agent());
        as("ada", () -> requests.approve(asked.id(), 1, "Needed."));
        String approval = "insert into exception_approval values (" + asked.id() + ", 1, 'otto', '%s', now(), 'x')";

        assertRefused(approval.formatted("otto"));
        assertRefused(approval.formatted("ada"));
        assertRefused("update exception_request set state = 'APPROVED', approved_at = now() where id = " + asked.id());
        assertRefused("insert into exception_approval values (" + asked.id() + ", 1, 'ben', 'otto', now(), 'x')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update exception_move set why = 'better'",
                "delete from exception_move",
                "truncate exception_move",
                "update exception_approval set reason = 'better'",
                "delete from exception_approval",
                "update exception_version set content = '{}'",
                "delete from exception_version",
                "truncate exception_version cascade"
            })
    void whatWasDoneIsNeverWrittenOtherwise(String statement) {
        grant(agent());

        assertRefused(statement);
    }

    @Test
    void anAdministratorNeitherAsksNorDecides() {
        ExceptionRequest asked = submitted(agent());

        assertThat(as("aron", Role.ADMIN, () -> requests.draft(agent()))).isInstanceOf(Forbidden.class);
        assertThat(as("aron", Role.ADMIN, () -> requests.approve(asked.id(), 1, "Mine.")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatSomebodyWritesIsKeptToTheLetter() {
        Content usual = agent();
        String words = "<script>alert('x')</script> =1+1 ' \" \\ ; drop table person; \u202e \uD83D\uDE00";
        ExceptionRequest draft = draft(Requests.named(words));

        assertThat(requests.find(draft.id()).orElseThrow().content().title()).isEqualTo(words);
        assertThat(usual.title()).isNotEqualTo(words);
    }

    private void assertRefused(String statement) {
        assertThatThrownBy(() -> history.jdbc.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    private static Content agent() {
        return granting("NET_ADMIN", "agent");
    }

    private static Content granting(String capability, String... workloads) {
        Content usual = Requests.granting(capability);
        return new Content(
                usual.title(),
                usual.grant(),
                new Scope(Set.of(), null, Set.of("shop"), Set.of(), Set.of(workloads), Set.of(), Set.of()),
                usual.controls(),
                usual.justification(),
                usual.reason(),
                usual.compensatingControls(),
                usual.residualRisk(),
                usual.ticket(),
                usual.team(),
                NOW,
                NOW.plus(Duration.ofDays(20)),
                usual.onNewImage(),
                usual.breakGlass());
    }

    private ExceptionRequest draft(Content content) {
        return Requests.made(whole(() -> requests.draft(content)));
    }

    private ExceptionRequest submitted(Content content) {
        ExceptionRequest draft = draft(content);
        return Requests.made(whole(() -> requests.submit(draft.id(), draft.version())));
    }

    private ExceptionRequest grant(Content content) {
        ExceptionRequest asked = submitted(content);
        as("ada", () -> requests.approve(asked.id(), 1, "Needed."));
        ExceptionRequest granted = Requests.made(as("ben", () -> requests.approve(asked.id(), 1, "Agreed.")));
        signIn("otto", Role.OWNER);
        return granted;
    }

    private static Cause refusal(Decision decision) {
        return ((Refused) decision).cause();
    }

    private Decision as(String approver, Supplier<Decision> action) {
        return as(approver, Role.APPROVER, action);
    }

    private Decision as(String name, Role role, Supplier<Decision> action) {
        signIn(name, role);
        return whole(action);
    }

    private Decision whole(Supplier<Decision> action) {
        return history.whole(action);
    }

    /** In a thread of its own, which is a person of its own. */
    private static CompletableFuture<Decision> at(CyclicBarrier together, Supplier<Decision> action) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        together.await(30, TimeUnit.SECONDS);
                        return action.get();
                    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread.ofPlatform()::start);
    }

    private static void signIn(String name, Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(name, null, "ROLE_" + role.name(), "ROLE_VIEWER"));
    }
}
