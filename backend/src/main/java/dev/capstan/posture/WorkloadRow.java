package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * How a workload's posture is found in the database: first the page's keys, which needs no more of the containers than
 * the order and the filter ask for, then the details of that page alone.
 */
final class WorkloadRow {

    /** Whether the workload has a container in the last snapshot of a cluster that is not gone. */
    static final String RUNS = """
            c.gone_at is null and exists (
                select from current_container k where k.cluster_id = w.cluster_id and k.workload_id = w.id
                  and k.origin = any(:origins)
            )""";

    /** Whether one of its containers asks for the capability. */
    static final String ASKS_FOR = """
            exists (
                select from current_container k
                join current_judgement j on j.profile_id = k.profile_id and j.criteria_id = w.criteria_id
                where k.cluster_id = w.cluster_id and k.workload_id = w.id and k.origin = any(:origins)
                  and :capability = any(j.asked_for)
            )""";

    // Grouped by container first, in the order of the index; counting distinct containers would sort every group.
    private static final String FAILING = """
            select cluster_id, workload_id, count(*) as failing, max(risk_rank) as risk_rank,
                min(failing_since) as failing_since
            from (
                select k.cluster_id, k.workload_id, max(v.risk_rank) as risk_rank, min(k.seen_from) as failing_since
                from current_container k
                join workload kw on kw.cluster_id = k.cluster_id and kw.id = k.workload_id
                join current_verdict v on v.profile_id = k.profile_id and v.criteria_id = kw.criteria_id
                    and v.control = :control and v.outcome = 'FAIL'
                where k.origin = any(:origins) and %1$s
                group by k.cluster_id, k.workload_id, k.kind, k.name
            ) container
            group by cluster_id, workload_id""";

    private static final String CONTAINERS = """
            select cluster_id, workload_id, count(*) as containers
            from (
                select distinct k.cluster_id, k.workload_id, k.kind, k.name from current_container k where k.origin = any(:origins) and %1$s
            ) container
            group by cluster_id, workload_id""";

    /** The database leaves out f and n by itself where neither order nor filter speaks of them. */
    static final String RUNNING = """

            from workload w
            join cluster c on c.id = w.cluster_id
            left join (
            %s
            ) f on f.cluster_id = w.cluster_id and f.workload_id = w.id
            left join (
            %s
            ) n on n.cluster_id = w.cluster_id and n.workload_id = w.id
            """.formatted(FAILING.formatted("true"), CONTAINERS.formatted("true"));

    private static final String OF_THE_WORKLOAD = "k.cluster_id = w.cluster_id and k.workload_id = w.id";

    private static final String DETAILED = """
            select w.cluster_id, c.name as cluster_name, age.freshness, w.id, w.namespace, w.kind, w.name, w.pods,
                n.containers, coalesce(f.failing, 0) as failing, f.risk_rank, f.failing_since,
                array(
                    select distinct asked
                    from current_container k
                    join current_judgement j on j.profile_id = k.profile_id and j.criteria_id = w.criteria_id
                    cross join unnest(j.asked_for) asked
                    where k.origin = any(:origins) and %1$s order by asked
                ) as asked_for,
                not exists (
                    select from current_container k where k.origin in ('CUSTOMER', 'INJECTED') and %1$s
                ) as platform
            from (
            %2$s
            ) page
            join workload w on w.cluster_id = page.cluster_id and w.id = page.id
            join cluster c on c.id = w.cluster_id
            left join lateral (
                select taken_at from snapshot where cluster_id = c.id order by taken_at desc limit 1
            ) last on true
            cross join lateral (select %3$s as freshness) age
            left join lateral (
            %4$s
            ) f on true
            left join lateral (
            %5$s
            ) n on true
            """;

    private WorkloadRow() {}

    /** The details of the workloads whose keys the query gives, in no order. */
    static String detailed(String keys) {
        return DETAILED.formatted(
                OF_THE_WORKLOAD,
                keys,
                FreshnessLimits.FRESHNESS,
                FAILING.formatted(OF_THE_WORKLOAD),
                CONTAINERS.formatted(OF_THE_WORKLOAD));
    }

    static WorkloadPosture read(ResultSet row, int number) throws SQLException {
        int rank = row.getInt("risk_rank");
        return new WorkloadPosture(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("cluster_name"),
                Freshness.valueOf(row.getString("freshness")),
                row.getLong("id"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                row.getBoolean("platform"),
                row.getInt("pods"),
                row.getInt("containers"),
                row.getInt("failing"),
                List.of((String[]) row.getArray("asked_for").getArray()),
                rank == 0 ? null : Risk.values()[rank - 1],
                ClusterRow.instant(row, "failing_since"));
    }
}
