package dev.capstan.workload;

import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ownership.Ownership;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The storage of what ran, on any database, with its parts in reach. */
public final class Recording {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Conclusions conclusions;
    private final Policies policies;
    private final Workloads workloads;

    public Recording(DataSource database, Clock clock) {
        template = new JdbcTemplate(database);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        conclusions = new Conclusions(jdbc, Excuses.NONE);
        workloads = new Workloads(
                new CriteriaRows(jdbc),
                new Profiles(template),
                new SnapshotWriter(
                        jdbc, new Staging(template), new PolicyLock(jdbc), Ownership.in(jdbc, clock), conclusions),
                new WorkloadReads(jdbc),
                transaction);
        policies = new Policies(
                new PolicySettings(AddedReading.STRICT, Set.of()),
                new PolicyRows(jdbc),
                new CriteriaRows(jdbc),
                new JudgingAgain(jdbc, new Profiles(template), conclusions),
                new PolicyTrial(jdbc),
                new PolicyLock(jdbc),
                clock);
    }

    public Workloads workloads() {
        return workloads;
    }

    /** The policy that judges; the first one where there is none. */
    public Policy policy() {
        return Objects.requireNonNull(transaction.execute(_ -> policies.current()));
    }

    /** The key of the criteria. */
    public int key(Criteria criteria) {
        return Objects.requireNonNull(
                new CriteriaRows(jdbc).keep(Set.of(criteria)).get(criteria));
    }

    /** Keeps settings with what the criteria say of them, and answers their keys. */
    public Map<ContainerSettings, Long> keep(Collection<ContainerSettings> settings, Criteria criteria) {
        return new Profiles(template)
                .keep(
                        Map.of(
                                criteria,
                                settings.stream()
                                        .collect(Collectors.toMap(
                                                Function.identity(), each -> Evaluation.judge(each, criteria)))),
                        Map.of(criteria, key(criteria)));
    }

    /** Draws all conclusions of a cluster anew, as if a snapshot had changed it. */
    public void drawAgain(ClusterId cluster, Instant at, int policyVersion) {
        transaction.executeWithoutResult(_ -> conclusions.draw(cluster, at, policyVersion, Conclusions.Cause.SNAPSHOT));
    }
}
