package dev.capstan.posture;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.fleet.ClusterId;
import dev.capstan.testing.TestDatabase;
import dev.capstan.workload.Concluding;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyVersion;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** A fleet in a database of its own, put there row by row, and its posture as read at noon. */
final class Fleet implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PostureSettings SETTINGS = new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));

    private final SingleConnectionDataSource source;
    final JdbcClient jdbc;
    private final StoredProfiles profiles;
    private Policy policy = Policy.of(0, AddedReading.STRICT, Set.of());
    private final List<PolicyVersion> policies = new ArrayList<>();

    /** An empty fleet under a policy that allows nothing. */
    Fleet() {
        try {
            source = new SingleConnectionDataSource(TestDatabase.fresh().getConnection(), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        jdbc = JdbcClient.create(source);
        profiles = new StoredProfiles(jdbc);
        allow();
    }

    /** From now on the policy allows these, and everything known is judged again. */
    void allow(Capability... allowed) {
        policy = Policy.of(policy.version() + 1, AddedReading.STRICT, Set.of(allowed));
        judgeAgain();
    }

    // The first policy has always been there.
    private void judgeAgain() {
        policies.add(new PolicyVersion(policy, 1, policies.isEmpty() ? Instant.EPOCH : NOON, "test", "test"));
        profiles.judgeUnder(policy);
        clusters("exists (select from snapshot s where s.cluster_id = c.id)")
                .forEach(cluster -> Concluding.again(jdbc, cluster, NOON, policy.version()));
    }

    private void conclude(Instant at) {
        clusters("true").forEach(cluster -> Concluding.spans(jdbc, cluster, at));
    }

    private List<ClusterId> clusters(String which) {
        return jdbc.sql("select c.id from cluster c where " + which)
                .query((row, _) -> new ClusterId(row.getLong("id")))
                .list();
    }

    Postures read() {
        return readAt(NOON);
    }

    Postures readAt(Instant now) {
        conclude(now);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Postures(
                new ClusterList(jdbc, SETTINGS, clock),
                new WorkloadList(jdbc, SETTINGS, clock),
                new TrendLine(
                        jdbc,
                        SETTINGS,
                        clock,
                        new Remembered(jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock)),
                new AskedForCount(policies(), jdbc, SETTINGS, clock),
                new GroupScores(new ClusterList(jdbc, SETTINGS, clock), jdbc, SETTINGS, clock),
                new Remembered(jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock));
    }

    /** Writes the lists as files, as of noon. It reads row by row within one of the {@link #transactions}. */
    PostureExport export() {
        conclude(NOON);
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        ClusterList clusters = new ClusterList(jdbc, SETTINGS, clock);
        return new PostureExport(
                clusters, new WorkloadList(jdbc, SETTINGS, clock), new GroupScores(clusters, jdbc, SETTINGS, clock));
    }

    PlatformTransactionManager transactions() {
        return new DataSourceTransactionManager(source);
    }

    private Policies policies() {
        Policies policies = mock(Policies.class);
        when(policies.newest()).thenReturn(Optional.of(this.policies.getLast()));
        when(policies.heldAt(any()))
                .thenAnswer(i -> this.policies.reversed().stream()
                        .filter(version -> !version.madeAt().isAfter(i.getArgument(0)))
                        .findFirst());
        return policies;
    }

    /** From now on the capability is rated so. */
    void rate(Capability capability, Risk risk) {
        Criteria now = policy.fleet();
        policy = new Policy(
                policy.version() + 1, new Criteria(now.reading(), now.allowed(), Map.of(capability, risk)), List.of());
        judgeAgain();
    }

    /** A running cluster in the subscription {@code Shops} that was never read. */
    StoredCluster cluster(String name) {
        return cluster(name, "Shops", "rg-" + name, "westeurope", "1.33.2");
    }

    StoredCluster cluster(String name, String subscription, String group, String location, String version) {
        UUID subscriptionId = UUID.nameUUIDFromBytes(subscription.getBytes());
        OffsetDateTime listed = NOON.minus(Duration.ofDays(500)).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into azure_subscription values (?, ?, ?, 'Enabled', ?) on conflict do nothing")
                .params(subscriptionId, subscriptionId, subscription, listed)
                .update();
        long id = jdbc.sql("""
                        insert into cluster (arm_id, subscription_id, resource_group, name, location,
                            kubernetes_version, power_state, provisioning_state, local_accounts_disabled,
                            entra_enabled, first_listed_at, last_listed_at)
                        values (lower(?), ?, ?, ?, ?, ?, 'RUNNING', 'Succeeded', false, false, ?, ?) returning id
                        """)
                .params(UUID.randomUUID() + name, subscriptionId, group, name, location, version, listed, listed)
                .query(Long.class)
                .single();
        return new StoredCluster(jdbc, profiles, id);
    }

    @Override
    public void close() {
        source.destroy();
    }
}
