package dev.capstan.assessment;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.capstan.assessment.ScanProgress.Phase;
import dev.capstan.fleet.ClusterId;
import dev.capstan.simulator.Gate;
import dev.capstan.simulator.RequestKind;
import dev.capstan.testing.CapstanWithFleet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The schedule and scans on demand, by the real scheduler on a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private CapstanWithFleet capstan;

    @BeforeAll
    void start() {
        capstan = CapstanWithFleet.startScheduled(fleet(
                named("quay").deployment("shop/cart", 2, "app cart example.test/cart:1"),
                named("pier").deployment("shop/cart", 2, "app cart example.test/cart:1")));
        await().atMost(PATIENCE).until(() -> recorded() == 2);
    }

    @BeforeEach
    void nothingRuns() {
        await().atMost(PATIENCE)
                .until(() -> capstan.jdbc()
                        .sql("select count(*) from scheduled_tasks where picked")
                        .query(Long.class)
                        .single()
                        .equals(0L));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
        capstan.faults().clear();
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @Test
    void aScanOnDemandIsToldOfPageByPageAndEndsWithASnapshot() throws Exception {
        signInAs("ROLE_APPROVER", "ROLE_VIEWER");
        ClusterId quay = capstan.cluster("quay").id();
        List<ScanProgress> told = new CopyOnWriteArrayList<>();
        ProgressFeed feed = capstan.bean(ProgressFeed.class);
        Runnable unsubscribe = feed.onScan(progress -> {
            if (progress.cluster().equals(quay)) {
                told.add(progress);
            }
        });
        Gate gate =
                capstan.faults().cluster("quay").only(RequestKind.REPLICA_SETS).hold();
        capstan.clock.forward(Duration.ofMinutes(1));
        long before = recorded();

        capstan.bean(Scans.class).scanNow(quay);

        assertThat(gate.awaitArrival(PATIENCE)).isTrue();
        // Whoever opens the page now finds the scan again.
        await().pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> feed.scan(quay).map(ScanProgress::pods).orElse(0) == 2);
        gate.open();
        await().atMost(PATIENCE).until(() -> told.stream().anyMatch(p -> p.phase() == Phase.RECORDED));
        unsubscribe.run();
        assertThat(told)
                .extracting(ScanProgress::phase)
                .containsSubsequence(Phase.WAITING, Phase.READING, Phase.RECORDING, Phase.RECORDED);
        assertThat(feed.scan(quay)).isEmpty();
        assertThat(recorded()).isEqualTo(before + 1);
        assertThat(capstan.bean(Scans.class).log(quay, 1).getFirst().outcome()).isEqualTo(RunSummary.Outcome.RECORDED);
    }

    @Test
    void everyClusterCanBeAskedForAtOnce() {
        signInAs("ROLE_ADMIN");
        capstan.clock.forward(Duration.ofMinutes(1));
        long before = recorded();

        assertThat(capstan.bean(Scans.class).scanAll()).isEqualTo(2);

        await().atMost(PATIENCE).until(() -> recorded() == before + 2);
    }

    @Test
    void aViewerMayNotScan() {
        signInAs("ROLE_VIEWER");

        assertThatThrownBy(() -> capstan.bean(Scans.class).scanAll()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> capstan.bean(Scans.class).scanNow(new ClusterId(1)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private static void signInAs(String... authorities) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("p", "", authorities));
    }

    private long recorded() {
        return capstan.jdbc()
                .sql("select count(*) from snapshot")
                .query(Long.class)
                .single();
    }
}
