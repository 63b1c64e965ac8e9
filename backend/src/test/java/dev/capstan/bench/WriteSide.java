package dev.capstan.bench;

import dev.capstan.assessment.AsCollector;
import dev.capstan.benchmark.Capability;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.testing.SettableClock;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyDraft;
import dev.capstan.workload.Recorded;
import dev.capstan.workload.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What recording costs in a database of this size: the same snapshot a day later, one with a day's changes, and a changed
 * policy. All of it is taken back, so that the fleet stays as it was made.
 */
final class WriteSide {

    private static final int CLUSTERS = 5;

    private final Workloads workloads;
    private final Policies policies;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SettableClock clock;
    private final FleetSize size;

    WriteSide(ApplicationContext capstan, SettableClock clock, FleetSize size) {
        workloads = capstan.getBean(Workloads.class);
        policies = capstan.getBean(Policies.class);
        jdbc = capstan.getBean(JdbcClient.class);
        transaction = capstan.getBean(TransactionOperations.class);
        this.clock = clock;
        this.size = size;
    }

    void measure() {
        System.out.println();
        Policy policy = AsCollector.call(policies::current);
        for (int cluster = 0; cluster < Math.min(CLUSTERS, size.clusters()); cluster++) {
            LivingCluster living = FleetLoad.living(size, cluster);
            for (int day = 1; day < size.days(); day++) {
                living.nextDay();
            }
            Instant next = size.firstSnapshot(cluster).plus(Duration.ofDays(size.days()));
            int which = cluster;
            takenBack(() -> {
                record(which, "nothing new", living, next, policy);
                living.nextDay();
                record(which, "a day's changes", living, next.plus(Duration.ofDays(1)), policy);
            });
        }
        takenBack(() -> changePolicy(policy));
    }

    private void record(int cluster, String what, LivingCluster living, Instant at, Policy policy) {
        ClusterSnapshot snapshot = living.snapshot(at);
        long begin = System.nanoTime();
        Recorded recorded = AsCollector.call(() -> workloads.record(
                FleetLoad.id(cluster),
                snapshot,
                Evaluation.evaluate(FleetLoad.name(cluster), snapshot.containers(), policy),
                () -> {}));
        System.out.printf(
                "recording %,d containers, %s: %.0f ms, %s%n",
                snapshot.containers().size(), what, (System.nanoTime() - begin) / 1e6, recorded);
        long otherwise = jdbc.sql("select count(*) from finding where cluster_id = ? and ? in (seen_from, seen_until)")
                .params(FleetLoad.id(cluster).value(), at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (what.equals("nothing new") && (otherwise > 0 || !recorded.equals(new Recorded.Written(0, 0)))) {
            throw new IllegalStateException("The made-up history is not what is recorded: " + recorded);
        }
    }

    private void changePolicy(Policy policy) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "aron", null, AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        clock.forward(Duration.ofHours(1));
        PolicyDraft now = PolicyDraft.of(policy, "To measure it.");
        Set<Capability> allowed = new HashSet<>(now.allowed());
        allowed.add(Capability.NET_BIND_SERVICE);
        long begin = System.nanoTime();
        policies.change(
                new PolicyDraft(now.basedOn(), now.reading(), allowed, now.risks(), now.overrides(), now.note()));
        System.out.printf(
                "a changed policy over %,d clusters: %.1f s%n", size.clusters(), (System.nanoTime() - begin) / 1e9);
        SecurityContextHolder.clearContext();
    }

    private void takenBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }
}
