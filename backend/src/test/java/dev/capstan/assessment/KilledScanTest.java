package dev.capstan.assessment;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.capstan.CapstanApplication;
import dev.capstan.simulator.Gate;
import dev.capstan.simulator.RequestKind;
import dev.capstan.testing.CapstanWithFleet;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collector process that is killed in the middle of a scan, for which no farewell is possible. */
class KilledScanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant CHANGE = Instant.parse("2026-06-02T00:00:00Z");
    private static final String BEFORE = "app cart example.test/cart:1 add=SYS_ADMIN";
    private static final String AFTER = "app cart example.test/cart:2 drop=ALL";

    private CapstanWithFleet capstan;

    @BeforeEach
    void aSnapshotIsThereAndTheClusterHasChangedSince() {
        capstan = CapstanWithFleet.start(
                fleet(named("quay").deployment("shop/cart", 3, BEFORE).changesAt(CHANGE, AFTER)));
        capstan.discover();
        assertThat(capstan.assess("quay")).isEqualTo(RunSummary.Outcome.RECORDED);
        capstan.clock.set(CHANGE.plus(Duration.ofDays(1)));
    }

    @AfterEach
    void stop() {
        capstan.close();
    }

    @Test
    void whileItReadsLeavesThePreviousSnapshotServedAndTheNextScanComplete() throws Exception {
        Gate gate =
                capstan.faults().cluster("quay").only(RequestKind.REPLICA_SETS).hold();
        Process collector = startCollector();
        assertThat(gate.awaitArrival(PATIENCE)).isTrue();

        kill(collector);

        assertThatThePreviousSnapshotIsServed();
        capstan.faults().clear();
        assertThatTheNextScanIsComplete();
    }

    @Test
    void whileItWritesLeavesThePreviousSnapshotServedAndTheNextScanComplete() throws Exception {
        Process collector;
        try (Connection other = DriverManager.getConnection(capstan.databaseUrl, "postgres", null)) {
            other.setAutoCommit(false);
            // The scan gets as far as its copied rows and then waits for this table.
            other.createStatement().execute("lock table workload in exclusive mode");
            collector = startCollector();
            await().atMost(PATIENCE).until(() -> waitsForTheTable(other));

            kill(collector);
            other.rollback();
        }
        await().atMost(PATIENCE)
                .until(() -> capstan.jdbc()
                        .sql("select count(*) from pg_locks where relation = 'workload'::regclass")
                        .query(Long.class)
                        .single()
                        .equals(0L));

        assertThatThePreviousSnapshotIsServed();
        assertThatTheNextScanIsComplete();
    }

    private void assertThatThePreviousSnapshotIsServed() {
        assertThat(images()).containsExactly("example.test/cart:1");
        assertThat(count("snapshot")).isEqualTo(1);
        assertThat(count("snapshot_staging")).isZero();
        assertThat(outcomes()).containsExactly("RECORDED", "RUNNING");
    }

    private void assertThatTheNextScanIsComplete() {
        capstan.clock.set(Instant.parse("2100-01-01T00:00:00Z")); // after the killed process's own clock
        assertThat(capstan.assess("quay")).isEqualTo(RunSummary.Outcome.RECORDED);
        assertThat(images()).containsExactly("example.test/cart:2");
        assertThat(outcomes()).containsExactly("RECORDED", "ABANDONED", "RECORDED");
    }

    private Process startCollector() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                CapstanApplication.class.getName(),
                "--spring.main.web-application-type=none"));
        CapstanWithFleet.settings(capstan.fleet, capstan.databaseUrl)
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-collector.log"))
                .start();
    }

    private static void kill(Process collector) throws InterruptedException {
        collector.destroyForcibly().waitFor();
    }

    private static boolean waitsForTheTable(Connection connection) throws SQLException {
        try (var rows = connection
                .createStatement()
                .executeQuery("select count(*) from pg_locks where relation = 'workload'::regclass and not granted")) {
            rows.next();
            return rows.getInt(1) > 0;
        }
    }

    private List<String> images() {
        return capstan.jdbc()
                .sql("select image from workload_container where seen_until is null")
                .query(String.class)
                .list();
    }

    private List<String> outcomes() {
        return capstan.jdbc()
                .sql("select outcome from assessment_run order by started_at")
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return capstan.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }
}
