package dev.capstan.search;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.benchmark.Listing;
import dev.capstan.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with what a test wants to find in it. */
final class Names {

    final DataSource database = TestDatabase.kept();
    final JdbcClient jdbc = JdbcClient.create(database);

    Names() {
        jdbc.sql("insert into azure_subscription values ('11111111-1111-1111-1111-111111111111',"
                        + " '22222222-2222-2222-2222-222222222222', 'Payments', 'Enabled', now())")
                .update();
        jdbc.sql("insert into criteria (rules, reading, allowed_capabilities) values (1, 'STRICT', '{}')")
                .update();
    }

    long cluster(String name) {
        return jdbc.sql("""
                        insert into cluster (arm_id, subscription_id, resource_group, name, location, kubernetes_version,
                            power_state, provisioning_state, local_accounts_disabled, entra_enabled, first_listed_at,
                            last_listed_at)
                        values (lower('/test/' || :name), '11111111-1111-1111-1111-111111111111', 'rg-shop', :name,
                            'westeurope', '1.33.4', 'RUNNING', 'Succeeded', false, false, now(), now())
                        returning id
                        """).param("name", name).query(Long.class).single();
    }

    /** A workload with so many pods; none for one that does not run any more. */
    void workload(long cluster, String namespace, String name, int pods) {
        jdbc.sql("insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)"
                        + " select ?, ?, 'Deployment', ?, now(), ?, min(id) from criteria")
                .params(cluster, namespace, name, pods)
                .update();
    }

    /** A workload that someone owns. */
    void owned(long cluster, String name, String owner) {
        workload(cluster, "shop", name, 1);
        jdbc.sql("""
                        insert into workload_posture (cluster_id, workload_id, seen_from, namespace, kind, name, owner,
                            platform, injected, containers, asked_for, asked_containers, added_passing, added_failing,
                            added_unknown, assigned_passing, assigned_failing, assigned_unknown, net_raw_passing,
                            net_raw_failing, net_raw_unknown, privileged_passing, privileged_failing, privileged_unknown)
                        select cluster_id, id, now(), namespace, kind, name, :owner, false, false, 1, '{}', '{}',
                            1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0
                        from workload where cluster_id = :cluster and name = :name
                        """)
                .param("owner", owner)
                .param("cluster", cluster)
                .param("name", name)
                .update();
    }

    void running(long cluster, SearchKind kind, String name, int workloads) {
        jdbc.sql("insert into running_name values (?, ?, ?, ?)")
                .params(cluster, kind.name(), name, workloads)
                .update();
    }

    Search search() {
        return search(Duration.ofSeconds(10));
    }

    Search search(Duration timeLimit) {
        return new Search(
                new ClusterFinder(jdbc),
                new WorkloadFinder(jdbc),
                new OwnerFinder(jdbc),
                new CapabilityFinder(),
                new ControlFinder(benchmarks()),
                jdbc,
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new SearchSettings(timeLimit));
    }

    static Benchmarks benchmarks() {
        Benchmarks benchmarks = Mockito.mock(Benchmarks.class);
        Mockito.when(benchmarks.all())
                .thenReturn(List.of(benchmark("1.6", "5.2.9"), benchmark("1.7", "5.2.9"), benchmark("1.8", "5.2.13")));
        for (Control control : Control.values()) {
            ControlGuide guide = Mockito.mock(ControlGuide.class);
            Mockito.when(guide.title()).thenReturn("Minimise " + control.title());
            Mockito.when(benchmarks.guide(control)).thenReturn(guide);
        }
        return benchmarks;
    }

    private static Benchmark benchmark(String version, String number) {
        Listing absent = new Listing.Absent("It is not there.", List.of(), List.of());
        return new Benchmark(
                "cis-" + version,
                "CIS Kubernetes Benchmark",
                version,
                Benchmark.Platform.KUBERNETES,
                null,
                Map.of(
                        Control.ADDED,
                        new Listing.Listed(
                                number,
                                "Added",
                                Listing.Level.ONE,
                                Listing.Assessment.MANUAL,
                                List.of(),
                                List.of(),
                                null),
                        Control.ASSIGNED,
                        absent,
                        Control.NET_RAW,
                        absent,
                        Control.PRIVILEGED,
                        absent));
    }
}
