package dev.capstan.posture;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.Policies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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

    // What is too old to be believed is not counted.
    private static final String COUNTS = """
            with believed as materialized (
                select c.id from cluster c
                cross join lateral (
                    select taken_at from snapshot where cluster_id = c.id and taken_at <= :asOf
                    order by taken_at desc limit 1
                ) last
                where %s
            )
            select a.asked, sum(a.containers) as containers, count(*) as workloads,
                count(distinct p.cluster_id) as clusters
            from workload_posture p
            cross join unnest(p.asked_for, p.asked_containers) a (asked, containers)
            where p.cluster_id in (select id from believed) and %s and p.asked_for <> '{}' and not p.platform
              and a.asked = any(:counted)
            group by a.asked
            order by containers desc, workloads desc, a.asked
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

    /** What the policy that holds, or held, says for the whole fleet; the strictest before there is any. */
    Criteria criteria(AsOf asOf) {
        Instant at = asOf.instant();
        return (at == null ? policies.newest() : policies.heldAt(at))
                .map(version -> version.policy().fleet())
                .orElse(Criteria.STRICT);
    }

    /** Of what customers run, most containers first; of one cluster, or of all when null. Spellings that do nothing are left out. */
    List<CapabilityCount> read(@Nullable ClusterId cluster, AsOf asOf, int limit) {
        return read(
                new Where().and("c.id = :cluster", "cluster", cluster == null ? null : cluster.value()),
                new Where(),
                asOf,
                limit);
    }

    /** The same of what somebody owns, or nobody. */
    List<CapabilityCount> readOf(String owner, AsOf asOf, int limit) {
        Where owned = owner.equals(WorkloadFilter.NO_OWNER)
                ? new Where().and("p.owner is null")
                : new Where().and("p.owner = :owner", "owner", owner);
        return read(new Where(), owned, asOf, limit);
    }

    private List<CapabilityCount> read(Where clusters, Where workloads, AsOf asOf, int limit) {
        clusters.and("c.first_listed_at <= :asOf and (c.gone_at is null or c.gone_at > :asOf)")
                .and(
                        "last.taken_at > :notAssessedAt",
                        "notAssessedAt",
                        FreshnessLimits.at(asOf.on(clock), settings).notAssessedAt());
        workloads.and(asOf.holds("p"));
        Criteria criteria = criteria(asOf);
        return jdbc.sql(COUNTS.formatted(clusters.sql(), workloads.sql()))
                .params(clusters.parameters())
                .params(workloads.parameters())
                .param("asOf", asOf.bound())
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
