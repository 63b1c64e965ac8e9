package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.testing.SettableClock;
import dev.capstan.testing.TestDatabase;
import dev.capstan.workload.History;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was read once is not read again before anything it is made from has changed. */
class RememberedTest {

    private static final Instant SNAPSHOT = Instant.parse("2026-05-30T06:00:00Z");

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());
    private final SettableClock clock = new SettableClock();
    private final Remembered remembered = remembering(jdbc);
    private final AtomicInteger read = new AtomicInteger();

    @BeforeEach
    void aClusterWithASnapshot() {
        jdbc.sql("insert into azure_subscription values ('11111111-1111-1111-1111-111111111111',"
                        + " '22222222-2222-2222-2222-222222222222', 'Test', 'Enabled', now())")
                .update();
        jdbc.sql("""
                        insert into cluster (id, arm_id, subscription_id, resource_group, name, location,
                            kubernetes_version, power_state, provisioning_state, local_accounts_disabled, entra_enabled,
                            first_listed_at, last_listed_at)
                        values (1, '/test', '11111111-1111-1111-1111-111111111111', 'rg', 'harbour', 'westeurope',
                            '1.33.4', 'RUNNING', 'Succeeded', false, false, now(), now())
                        """).update();
        jdbc.sql("insert into criteria (rules, reading, allowed_capabilities) values (1, 'STRICT', '{}')")
                .update();
        jdbc.sql("""
                        insert into policy_version (version, criteria_id, created_at, made_by, note)
                        select 1, id, now(), 'test', 'test' from criteria
                        """).update();
        snapshot(SNAPSHOT);
    }

    private void snapshot(Instant at) {
        jdbc.sql("insert into snapshot values (1, ?, 1, 1, 1, 1, true)")
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into posture_point (cluster_id, counted_at, control, policy_version, snapshot_at, passing,
                            failing, not_assessed, not_applicable, platform_passing, platform_failing, injected_passing,
                            injected_failing)
                        values (1, :at, 'ADDED', 1, :at, 1, 0, 0, 0, 0, 0, 0, 0)
                        """).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private Remembered remembering(JdbcClient database) {
        return new Remembered(database, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock);
    }

    private int ask(AsOf asOf, String question) {
        return remembered.get(asOf, List.of(question), read::incrementAndGet);
    }

    @Test
    void theSameQuestionIsReadOnce() {
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(1);
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(1);
        assertThat(ask(AsOf.NOW, "which")).isEqualTo(2);
    }

    @Test
    void aSnapshotThatLandsIsSeenAtOnce() {
        ask(AsOf.NOW, "how many");
        snapshot(SNAPSHOT.plus(Duration.ofHours(6)));

        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(2);
    }

    @Test
    void aSnapshotThatCountsAtTheInstantOfAPolicyChangeBeforeItIsSeenAtOnce() {
        ask(AsOf.NOW, "how many");
        jdbc.sql("insert into snapshot values (1, ?, 1, 1, 1, 1, true)")
                .param(SNAPSHOT.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update posture_point set snapshot_at = ?")
                .param(SNAPSHOT.minusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(2);
    }

    @Test
    void aSnapshotThatLandsLeavesThePastAlone() {
        AsOf then = AsOf.at(SNAPSHOT.plusSeconds(60));
        ask(then, "how many");
        snapshot(SNAPSHOT.plus(Duration.ofHours(6)));

        assertThat(ask(then, "how many")).isEqualTo(1);
    }

    @Test
    void aClusterThatIsGoneOrNamedOtherwiseIsSeenAtOnce() {
        ask(AsOf.NOW, "how many");
        jdbc.sql("update cluster set gone_at = now()").update();
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(2);

        jdbc.sql("update cluster set name = 'quay'").update();
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(3);
    }

    @Test
    void anotherPolicyIsSeenAtOnce() {
        ask(AsOf.NOW, "how many");
        jdbc.sql("""
                        insert into policy_version (version, criteria_id, created_at, made_by, note)
                        select 2, id, now(), 'test', 'test' from criteria
                        """).update();

        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(2);
    }

    @Test
    void whatIsConcludedOfAnOlderVersionsRecordsIsSeenAtOnce() {
        History history = new History();
        history.record(History.DAY_1, History.app("cart", "SYS_ADMIN"));
        history.forgetConclusions();
        Remembered before = remembering(history.jdbc);
        assertThat(before.<Integer>get(AsOf.NOW, List.of(), read::incrementAndGet))
                .isEqualTo(1);

        history.concludeFromOlderRecords();

        assertThat(before.<Integer>get(AsOf.NOW, List.of(), read::incrementAndGet))
                .isEqualTo(2);
    }

    @Test
    void aSnapshotThatGrowsOldIsSeenAtOnce() {
        clock.set(SNAPSHOT.plus(Duration.ofHours(23)));
        ask(AsOf.NOW, "how many");
        clock.forward(Duration.ofMinutes(30));
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(1);

        clock.forward(Duration.ofMinutes(30));
        assertThat(ask(AsOf.NOW, "how many")).isEqualTo(2);
    }
}
