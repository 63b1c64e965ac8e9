package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** How a workload's posture under one control is found in the database. */
final class WorkloadRow {

    // Clusters are few and workloads many: what is asked of the cluster is found out once for each. For a page the
    // clusters of its rows are enough.
    private static final String PLACES = """
            with place as %s (
                select c.id, c.name, s.name as subscription, c.gone_at, age.freshness
                from cluster c
                join azure_subscription s on s.id = c.subscription_id
                left join lateral (
                    select taken_at from snapshot where cluster_id = c.id and taken_at <= :asOf
                    order by taken_at desc limit 1
                ) last on true
                cross join lateral (select %s as freshness) age
                where c.first_listed_at <= :asOf and (c.gone_at is null or c.gone_at > %s)
            )
            """;

    static final String PLACE = placeNotGoneBy(":asOf");

    private static final String ROWS = PLACE + """
            select %s
            from %s p
            join place c on c.id = p.cluster_id
            """;

    private static final String COLUMNS = """
            p.cluster_id, c.name as cluster_name, c.freshness, p.workload_id, p.namespace, p.kind, p.name, p.owner,
                p.platform, p.containers, p.%1$s_failing as failing, p.%1$s_risk as risk, p.%1$s_since as since,
                p.asked_for, w.pods""";

    // The page's rows are found by what an index holds of them, and only then looked at.
    private static final String PAGE = """
            , page as materialized (
                select p.cluster_id, p.workload_id, p.platform
                from %s p %s
                where %s
                order by %s
            )
            select %s
            from page
            join %s p on p.cluster_id = page.cluster_id and p.workload_id = page.workload_id
              and p.platform = page.platform
            join place c on c.id = p.cluster_id
            join workload w on w.cluster_id = p.cluster_id and w.id = p.workload_id
            order by %s
            """;

    private WorkloadRow() {}

    /** The clusters as of {@code asOf}, by the alias place, without those that were gone by the parameter. */
    static String placeNotGoneBy(String parameter) {
        return PLACES.formatted("materialized", FreshnessLimits.FRESHNESS, parameter);
    }

    /**
     * A page of them.
     *
     * @param order what follows {@code order by}; may name the cluster as c and the workload, as it is now, as w
     * @param limit what follows the order
     */
    static String page(Control control, AsOf asOf, String where, String order, String limit) {
        String joined = (order.contains("c.") ? "join place c on c.id = p.cluster_id\n" : "")
                + (order.contains("w.")
                        ? "join workload w on w.cluster_id = p.cluster_id and w.id = p.workload_id"
                        : "");
        return PLACES.formatted("not materialized", FreshnessLimits.FRESHNESS, ":asOf")
                + PAGE.formatted(
                        asOf.postures(),
                        joined,
                        where,
                        order + limit,
                        COLUMNS.formatted(prefix(control)),
                        asOf.postures(),
                        order);
    }

    /** How many there are. */
    static String count(AsOf asOf, String where) {
        return "select count(*) from " + asOf.postures() + " p where " + where;
    }

    /** Everything of them. */
    static String all(Control control, AsOf asOf) {
        return only(COLUMNS.formatted(prefix(control)), asOf)
                + "join workload w on w.cluster_id = p.cluster_id and w.id = p.workload_id\n";
    }

    /** Something of them, by the aliases p for the workload and c for its cluster. */
    static String only(String columns, AsOf asOf) {
        return ROWS.formatted(columns, asOf.postures());
    }

    /** What the columns of the control begin with. */
    static String prefix(Control control) {
        return control.name().toLowerCase(Locale.ROOT);
    }

    static WorkloadPosture read(ResultSet row, int number) throws SQLException {
        int rank = row.getInt("risk");
        return new WorkloadPosture(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("cluster_name"),
                Freshness.valueOf(row.getString("freshness")),
                row.getLong("workload_id"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("owner"),
                row.getBoolean("platform"),
                row.getInt("pods"),
                row.getInt("containers"),
                row.getInt("failing"),
                List.of((String[]) row.getArray("asked_for").getArray()),
                rank == 0 ? null : Risk.values()[rank - 1],
                ClusterRow.instant(row, "since"));
    }
}
