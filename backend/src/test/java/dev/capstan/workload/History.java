package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Marks;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.admission.AdmissionFacts;
import dev.capstan.collection.admission.AdmissionReadings;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.Setting;
import dev.capstan.exceptionrequest.Exceptions;
import dev.capstan.exceptionrequest.Settling;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ownership.Owners;
import dev.capstan.ownership.Ownership;
import dev.capstan.testing.SettableClock;
import dev.capstan.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with one cluster whose snapshots a test records, in words. */
public final class History {

    public static final Instant DAY_1 = Instant.parse("2026-03-01T06:00:00Z");

    public final JdbcClient jdbc;
    public final Workloads workloads;
    public final ClusterId cluster;
    public final DataSource database = TestDatabase.kept();
    private final TransactionTemplate transaction;
    final Policies policies;
    private final Owners owners;
    private final SettableClock clock = new SettableClock();
    private final Settling settling;
    private Policy policy;

    public History() {
        clock.set(DAY_1);
        jdbc = JdbcClient.create(database);
        JdbcTemplate template = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        owners = Ownership.in(jdbc, clock);
        SnapshotWriter writer =
                new SnapshotWriter(jdbc, new Staging(template), new PolicyLock(jdbc), owners, conclusions());
        settling = Exceptions.settling(database, failing(), new ConcludingAgain(writer), clock);
        workloads = new Workloads(
                new CriteriaRows(jdbc), new Profiles(template), writer, new WorkloadReads(jdbc), transaction);
        cluster = aCluster("harbour-prod");
        policies = policies();
        policy = transaction.execute(_ -> policies.current());
    }

    private Conclusions conclusions() {
        return new Conclusions(jdbc, Exceptions.excuses(jdbc, failing()));
    }

    /** Sees to the exceptions that began or ended by now. */
    public void settle() {
        settling.settle();
    }

    private Policies policies() {
        return new Policies(
                new PolicySettings(AddedReading.STRICT, Set.of()),
                new PolicyRows(jdbc),
                new CriteriaRows(jdbc),
                new JudgingAgain(jdbc, new Profiles(new JdbcTemplate(database)), conclusions()),
                new PolicyTrial(jdbc),
                new PolicyLock(jdbc),
                clock);
    }

    /** From now on it is this time. */
    public void at(Instant now) {
        clock.set(now);
    }

    /** Allows these capabilities in the whole fleet from now on. */
    public Policy allowing(Capability... allowed) {
        PolicyDraft now = PolicyDraft.of(policy, "A test wants it so.");
        return changed(new PolicyDraft(
                now.basedOn(), now.reading(), Set.of(allowed), now.risks(), now.overrides(), now.note()));
    }

    /** Makes the policy, which must be a new one. */
    Policy changed(PolicyDraft draft) {
        policy = ((PolicyChange.Made) change(draft)).policy();
        return policy;
    }

    PolicyChange change(PolicyDraft draft) {
        return transaction.execute(_ -> policies.change(draft));
    }

    Policy policy() {
        return policy;
    }

    /** The policy that a collector would judge by. */
    Policy current() {
        return transaction.execute(_ -> policies.current());
    }

    ClusterId aCluster(String name) {
        jdbc.sql("insert into azure_subscription values ('11111111-1111-1111-1111-111111111111',"
                        + " '22222222-2222-2222-2222-222222222222', 'Test', 'Enabled', now()) on conflict do nothing")
                .update();
        return new ClusterId(jdbc.sql("""
                        insert into cluster (arm_id, subscription_id, resource_group, name, location, kubernetes_version,
                            power_state, provisioning_state, local_accounts_disabled, entra_enabled, first_listed_at,
                            last_listed_at)
                        values ('/test/' || :name, '11111111-1111-1111-1111-111111111111', 'rg', :name, 'westeurope',
                            '1.33.4', 'RUNNING', 'Succeeded', false, false, '2026-02-01Z', '2026-02-01Z')
                        returning id
                        """).param("name", name).query(Long.class).single());
    }

    public Recorded record(Instant takenAt, ContainerFact... containers) {
        return record(takenAt, List.of(containers));
    }

    public Recorded record(Instant takenAt, List<ContainerFact> containers) {
        return record(takenAt, policy, containers);
    }

    Recorded record(Instant takenAt, Policy judging, List<ContainerFact> containers) {
        return workloads.record(
                cluster,
                new ClusterSnapshot(takenAt, containers.size(), containers, true, AdmissionReadings.none()),
                Evaluation.evaluate("harbour-prod", containers, judging),
                () -> {});
    }

    /** Records containers of workloads that carry labels and annotations, beside what was listed of namespaces. */
    public Recorded record(
            Instant takenAt, Map<WorkloadRef, Marks> marks, AdmissionFacts admission, ContainerFact... containers) {
        return workloads.record(
                cluster,
                new ClusterSnapshot(takenAt, containers.length, List.of(containers), marks, true, admission),
                Evaluation.evaluate("harbour-prod", List.of(containers), policy),
                () -> {});
    }

    /** Does something with owners, all of it or nothing. */
    public <T> T owners(Function<Owners, T> action) {
        return Objects.requireNonNull(transaction.execute(_ -> action.apply(owners)));
    }

    /** The policies that judge, the containers that fail, and the clock. */
    public Policies judging() {
        return policies;
    }

    public FailingUnits failing() {
        return new FailingUnits(jdbc);
    }

    public SettableClock clock() {
        return clock;
    }

    /** Does something whole or not at all. */
    public <T> T whole(Supplier<T> action) {
        return Objects.requireNonNull(transaction.execute(_ -> action.get()));
    }

    /** A workload as it stands. */
    Optional<WorkloadDetails> now(long workload) {
        return workloads.history(cluster, workload, Duration.ofHours(72)).map(WorkloadHistory::now);
    }

    /** As if all that is recorded had been by an older version, which concluded nothing. */
    public void forgetConclusions() {
        jdbc.sql("delete from finding").update();
        jdbc.sql("delete from workload_posture").update();
    }

    /** Answers for how many clusters there was something to conclude. */
    public int concludeFromOlderRecords() {
        return workloads.concludeFromOlderRecords();
    }

    /** What the ranges say ran at an instant, one line for each container. */
    Set<String> asOf(Instant instant) {
        return jdbc.sql("""
                        select w.namespace || '/' || w.kind || '/' || w.name || ' ' || c.kind || ' ' || c.name || ' '
                            || c.image || ' ' || array_to_string(p.added, ',') as line
                        from workload_container c
                        join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
                        join capability_profile p on p.id = c.profile_id
                        where c.cluster_id = :cluster and c.seen_from <= :at and (c.seen_until is null or c.seen_until > :at)
                        """)
                .param("cluster", cluster.value())
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
    }

    static String line(ContainerFact fact) {
        return fact.workload().namespace() + "/" + fact.workload().kind() + "/"
                + fact.workload().name() + " " + fact.kind() + " " + fact.name() + " " + fact.image() + " "
                + String.join(",", fact.settings().added());
    }

    public long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    Stream<OffsetDateTime> ends() {
        return jdbc
                .sql("select seen_until from workload_container where seen_until is not null")
                .query(OffsetDateTime.class)
                .list()
                .stream();
    }

    public static ContainerFact app(String workload, String... added) {
        return fact(workload, "app", "registry.test/" + workload + ":1", 1, added);
    }

    static ContainerFact fact(String workload, String container, String image, int pods, String... added) {
        return new ContainerFact(
                new WorkloadRef("shop", "Deployment", workload),
                ContainerKind.APP,
                container,
                image,
                adding(added),
                Origin.CUSTOMER,
                pods);
    }

    static ContainerSettings adding(String... added) {
        return Setting.adding(added);
    }
}
