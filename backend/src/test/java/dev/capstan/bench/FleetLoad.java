package dev.capstan.bench;

import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Policy;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.Recording;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a made-up fleet with its history into an empty database that has the schema. */
final class FleetLoad {

    private static final int SUBSCRIPTIONS = 12;
    private static final int MOST_WORKLOADS = 1_000_000;

    private static final String RUNNING_NAMES = """
            insert into running_name (cluster_id, kind, name, workloads)
            select cluster_id, 'IMAGE', image, count(distinct workload_id)
            from workload_container where seen_until is null group by cluster_id, image
            union all
            select cluster_id, 'NAMESPACE', namespace, count(*)
            from workload_posture_now group by cluster_id, namespace
            """;

    private final FleetSize size;
    private final DataSource database;
    private final JdbcClient jdbc;

    FleetLoad(FleetSize size, DataSource database) {
        this.size = size;
        this.database = database;
        this.jdbc = JdbcClient.create(database);
    }

    static LivingCluster living(FleetSize size, int cluster) {
        return new LivingCluster(cluster, size.containers(), size.changedPerDay());
    }

    static ClusterId id(int cluster) {
        return new ClusterId(cluster + 1L);
    }

    static String name(int cluster) {
        return "aks-%s-%03d".formatted(cluster % 3 == 0 ? "prod" : cluster % 3 == 1 ? "test" : "dev", cluster);
    }

    /** Answers how many rows were sent. */
    long load(int threads) {
        clusters();
        Recording recording = new Recording(database, Clock.fixed(size.beginning(), ZoneOffset.UTC));
        Policy policy = recording.policy();
        Map<ContainerSettings, Judged> judged = Judged.all(recording.keep(Variety.ALL, policy.fleet()), policy.fleet());
        int criteria = recording.key(policy.fleet());
        Indexes indexes = new Indexes(jdbc);
        indexes.drop();
        AtomicInteger next = new AtomicInteger();
        LongAdder rows = new LongAdder();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(workers.submit(() -> {
                    rows.add(histories(next, judged, new HistoryRows(criteria, policy.version())));
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        indexes.makeAgain();
        jdbc.sql(RUNNING_NAMES).update();
        jdbc.sql("select setval(pg_get_serial_sequence('workload', 'id'), (select max(id) from workload))")
                .query(Long.class)
                .single();
        return rows.sum();
    }

    private long histories(AtomicInteger next, Map<ContainerSettings, Judged> judged, HistoryRows rows)
            throws SQLException {
        try (Connection connection = database.getConnection();
                Statement session = connection.createStatement()) {
            // What is written is whole: the keys that it names are not looked up a million times.
            session.execute("set session_replication_role = replica");
            session.execute("set synchronous_commit = off");
            for (int cluster = next.getAndIncrement(); cluster < size.clusters(); cluster = next.getAndIncrement()) {
                history(cluster, judged, rows, connection);
            }
            rows.flush(connection, true);
            session.execute("set session_replication_role = origin");
        }
        return rows.rows();
    }

    private void history(int cluster, Map<ContainerSettings, Judged> judged, HistoryRows rows, Connection connection)
            throws SQLException {
        LivingCluster living = living(size, cluster);
        ClusterHistory history =
                new ClusterHistory(id(cluster).value(), 1 + (long) cluster * MOST_WORKLOADS, judged, rows);
        Instant at = size.firstSnapshot(cluster);
        history.day(living, at);
        for (int day = 1; day < size.days(); day++) {
            living.nextDay();
            at = at.plus(Duration.ofDays(1));
            history.day(living, at);
        }
        history.end(living, size.firstSnapshot(cluster));
        rows.flush(connection, false);
    }

    /** The clusters alone. */
    void clusters() {
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            jdbc.sql("insert into azure_subscription values (cast(? as uuid), cast(? as uuid), ?, 'Enabled', ?)")
                    .params(
                            subscription(i),
                            subscription(99),
                            "subscription-" + i,
                            size.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        for (int i = 0; i < size.clusters(); i++) {
            jdbc.sql("""
                            insert into cluster (id, arm_id, subscription_id, resource_group, name, location,
                                kubernetes_version, power_state, provisioning_state, local_accounts_disabled,
                                entra_enabled, tags, first_listed_at, last_listed_at)
                            values (?, ?, cast(? as uuid), ?, ?, ?, ?, 'RUNNING', 'Succeeded', false, true,
                                jsonb_build_object('environment', ?::text, 'unit', ?::text), ?, ?)
                            """)
                    .params(
                            id(i).value(),
                            "/subscriptions/" + subscription(i % SUBSCRIPTIONS) + "/clusters/" + name(i),
                            subscription(i % SUBSCRIPTIONS),
                            "rg-" + i % 60,
                            name(i),
                            List.of("westeurope", "northeurope", "germanywestcentral", "eastus")
                                    .get(i % 4),
                            "1." + (31 + i % 4) + "." + i % 6,
                            i % 3 == 0 ? "production" : "test",
                            "unit-" + i % 9,
                            size.beginning().atOffset(ZoneOffset.UTC),
                            size.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("select setval('cluster_seq', ?)")
                .param(size.clusters())
                .query(Long.class)
                .single();
    }

    private static String subscription(int number) {
        return "%08d-0000-4000-8000-000000000000".formatted(number);
    }
}
