package dev.capstan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.testing.TestDatabase;
import dev.capstan.workload.Recorded;
import dev.capstan.workload.Recording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fleet that speed is measured with is what the product itself would have recorded, row for row. */
class FleetReplayTest {

    private static final FleetSize SMALL = new FleetSize(2, 60, 15, 0.2);
    private static final DataSource LOADED = TestDatabase.fresh();
    private static final DataSource RECORDED = TestDatabase.fresh();

    @BeforeAll
    static void loadAndRecord() {
        new FleetLoad(SMALL, LOADED).load(2);
        new FleetLoad(SMALL, RECORDED).clusters();
        Recording recording = new Recording(RECORDED, Clock.fixed(SMALL.beginning(), ZoneOffset.UTC));
        Policy policy = recording.policy();
        for (int cluster = 0; cluster < SMALL.clusters(); cluster++) {
            LivingCluster living = FleetLoad.living(SMALL, cluster);
            Instant at = SMALL.firstSnapshot(cluster);
            for (int day = 0; day < SMALL.days(); day++) {
                if (day > 0) {
                    living.nextDay();
                }
                record(recording, policy, cluster, living, at.plus(Duration.ofDays(day)));
            }
        }
    }

    private static Recorded record(Recording recording, Policy policy, int cluster, LivingCluster living, Instant at) {
        ClusterSnapshot snapshot = living.snapshot(at);
        return recording
                .workloads()
                .record(
                        FleetLoad.id(cluster),
                        snapshot,
                        Evaluation.evaluate(FleetLoad.name(cluster), snapshot.containers(), policy),
                        () -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workload",
                "workload_container",
                "workload_posture",
                "finding",
                "posture_point",
                "snapshot",
                "running_name"
            })
    void everyRowIsTheProductsOwn(String table) {
        List<String> recorded = rows(RECORDED, table);

        assertThat(recorded).isNotEmpty();
        assertThat(rows(LOADED, table)).isEqualTo(recorded);
    }

    /** The rows with the keys that either database gives by itself told in words. */
    private static List<String> rows(DataSource database, String table) {
        String row = switch (table) {
            case "workload" -> "to_jsonb(t) - 'id'";
            case "workload_container" ->
                "to_jsonb(t) - 'workload_id' - 'profile_id' || to_jsonb(w) - 'id' || jsonb_build_object('settings',"
                        + " (select p.fingerprint::text from capability_profile p where p.id = t.profile_id), 'container',"
                        + " t.name)";
            case "finding" -> "jsonb_build_array(to_jsonb(t) - 'workload_id', to_jsonb(w) - 'id')";
            case "workload_posture" -> "to_jsonb(t) - 'workload_id'";
            default -> "to_jsonb(t)";
        };
        String workload = row.contains("(w)") ? " join workload w on w.id = t.workload_id" : "";
        return JdbcClient.create(database)
                .sql("select (" + row + ")::text from " + table + " t" + workload + " order by 1")
                .query(String.class)
                .list();
    }

    @Test
    void aDayOnWithNothingNewThereIsNothingToWrite() {
        DataSource database = TestDatabase.fresh();
        FleetSize size = new FleetSize(1, 60, 15, 0.2);
        new FleetLoad(size, database).load(1);
        Recording recording = new Recording(database, Clock.fixed(size.beginning(), ZoneOffset.UTC));
        LivingCluster living = FleetLoad.living(size, 0);
        for (int day = 1; day < size.days(); day++) {
            living.nextDay();
        }
        Instant next = size.firstSnapshot(0).plus(Duration.ofDays(size.days()));
        List<String> postures = rows(database, "workload_posture");
        List<String> findings = rows(database, "finding");

        assertThat(record(recording, recording.policy(), 0, living, next)).isEqualTo(new Recorded.Written(0, 0));
        recording.drawAgain(
                FleetLoad.id(0), next.plusSeconds(60), recording.policy().version());

        assertThat(rows(database, "workload_posture")).isEqualTo(postures);
        assertThat(rows(database, "finding")).isEqualTo(findings);
    }
}
