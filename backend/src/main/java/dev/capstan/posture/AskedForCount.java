package dev.capstan.posture;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.Policies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what containers ask for. */
@Component
class AskedForCount {

    private static final String ALL = "ALL";
    private static final String PRIVILEGED = "privileged";

    // The few settings that ask for something come first, then the containers that run with them. A container is
    // counted once, however many variants of it run; what is too old to be believed is not counted.
    private static final String COUNTS = """
            with asking as materialized (
                select distinct j.profile_id, asked from current_judgement j cross join unnest(j.asked_for) asked
                where asked = any(:counted)
            ),
            believed as materialized (
                select c.id from cluster c
                cross join lateral (
                    select taken_at from snapshot where cluster_id = c.id order by taken_at desc limit 1
                ) last
                where %s
            ),
            container as (
                select distinct a.asked, k.cluster_id, k.workload_id, k.kind, k.name
                from believed b
                join current_container k on k.cluster_id = b.id and k.origin in ('CUSTOMER', 'INJECTED')
                join asking a on a.profile_id = k.profile_id
            ),
            workload as (
                select asked, cluster_id, workload_id, count(*) as containers
                from container group by asked, cluster_id, workload_id
            )
            select asked, sum(containers) as containers, count(*) as workloads, count(distinct cluster_id) as clusters
            from workload
            group by asked
            order by containers desc, workloads desc, asked
            limit :limit
            """;

    private final Policies policies;
    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    AskedForCount(Policies policies, JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.policies = policies;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the policy says for the whole fleet; the strictest before there is any. */
    Criteria criteria() {
        return policies.newest().map(version -> version.policy().fleet()).orElse(Criteria.STRICT);
    }

    /** Of what customers run, most containers first; of one cluster, or of all when null. Spellings that do nothing are left out. */
    List<CapabilityCount> read(@Nullable ClusterId cluster, int limit) {
        Where where = new Where()
                .and("c.gone_at is null")
                .and("c.id = :cluster", "cluster", cluster == null ? null : cluster.value())
                .and(
                        "last.taken_at > :notAssessedAt",
                        "notAssessedAt",
                        FreshnessLimits.at(clock.instant(), settings).notAssessedAt());
        Criteria criteria = criteria();
        return jdbc.sql(COUNTS.formatted(where.sql()))
                .params(where.parameters())
                .param("counted", counted())
                .param("limit", limit)
                .query((row, _) -> count(row, criteria))
                .list();
    }

    private static String[] counted() {
        return Stream.concat(Arrays.stream(Capability.values()).map(Enum::name), Stream.of(ALL, PRIVILEGED))
                .toArray(String[]::new);
    }

    private static CapabilityCount count(ResultSet row, Criteria criteria) throws SQLException {
        String name = row.getString("asked");
        Risk risk = Capability.named(name).map(criteria::risk).orElse(Risk.CRITICAL);
        return new CapabilityCount(
                name, risk, row.getLong("containers"), row.getLong("workloads"), row.getLong("clusters"));
    }
}
