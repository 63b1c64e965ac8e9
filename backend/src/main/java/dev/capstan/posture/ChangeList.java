package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What changed between two instants, one row for each finding. */
@Component
class ChangeList {

    private static final int FETCHED = 500;

    private static final SortKeys SORT = new SortKeys(
            Map.of(
                    "at", "h.at",
                    "kind", ChangeRow.KIND_ORDER,
                    "clusterName", "lower(c.name)",
                    "namespace", "w.namespace",
                    "workload", "w.name",
                    "owner", "lower(w.owner)",
                    "risk", "coalesce(h.risk_after, h.risk_before)",
                    "failingSince", "h.since"),
            "h.at desc, coalesce(h.risk_after, h.risk_before) desc nulls last",
            "lower(c.name), w.namespace, w.name, w.kind, h.container, h.container_kind, h.cluster_id, h.workload_id");

    private final JdbcClient jdbc;

    ChangeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Change> list(Control control, Period period, ChangeFilter filter, Pageable page) {
        return rows(control, period, filter, SORT.orderBy(page))
                .query(ChangeRow::read)
                .list();
    }

    /** The whole list, {@value #FETCHED} rows at a time. Needs a transaction, and the stream is to be closed. */
    Stream<Change> stream(Control control, Period period, ChangeFilter filter, Sort order) {
        return rows(control, period, filter, SORT.order(order)).withFetchSize(FETCHED).query(ChangeRow::read).stream();
    }

    /** Those after the key, in the order of their keys; from the first one on for null. */
    List<Change> after(@Nullable ChangeKey key, Control control, Period period, ChangeFilter filter, int limit) {
        String after = key == null
                ? ""
                : "and (h.cluster_id, h.workload_id, h.container_kind, h.container)"
                        + " > (:afterCluster, :afterWorkload, :afterKind, :afterContainer)\n";
        return statement(
                        control,
                        period,
                        filter,
                        ChangeRow.columns(period.to()),
                        after
                                + ChangeRow.page(
                                        "h.cluster_id, h.workload_id, h.container_kind, h.container limit " + limit))
                .params(key == null ? Map.of() : key.parameters())
                .query(ChangeRow::read)
                .list();
    }

    ChangeCounts count(Control control, Period period, ChangeFilter filter) {
        Map<ChangeKind, Long> byKind = new EnumMap<>(ChangeKind.class);
        long[] byPolicy = new long[2];
        statement(
                        control,
                        period,
                        filter.withKind(null),
                        "select h.change, h.failed, h.fails, count(*) as n",
                        "group by h.change, h.failed, h.fails")
                .query(row -> {
                    ChangeKind kind = ChangeKind.valueOf(row.getString("change"));
                    long count = row.getLong("n");
                    byKind.merge(kind, count, Long::sum);
                    if (kind == ChangeKind.POLICY && !row.getBoolean("failed")) {
                        byPolicy[0] += count;
                    } else if (kind == ChangeKind.POLICY && !row.getBoolean("fails")) {
                        byPolicy[1] += count;
                    }
                });
        return new ChangeCounts(byKind, byPolicy[0], byPolicy[1]);
    }

    /** When the cluster's last complete snapshots were taken, newest first. */
    List<Instant> snapshots(ClusterId cluster, int limit) {
        return jdbc.sql("select taken_at from snapshot where cluster_id = :cluster order by taken_at desc limit :limit")
                .param("cluster", cluster.value())
                .param("limit", limit)
                .query((row, _) ->
                        row.getObject("taken_at", OffsetDateTime.class).toInstant())
                .list();
    }

    /** When the first snapshot was taken, of a cluster or of any when null. */
    Optional<Instant> recordedSince(@Nullable ClusterId cluster) {
        Where where = new Where().and("c.id = :cluster", "cluster", cluster == null ? null : cluster.value());
        return jdbc.sql("""
                        select first.taken_at from cluster c cross join lateral (
                            select taken_at from snapshot s where s.cluster_id = c.id order by taken_at limit 1
                        ) first where %s order by first.taken_at limit 1
                        """.formatted(where.sql()))
                .params(where.parameters())
                .query((row, _) ->
                        row.getObject("taken_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private StatementSpec rows(Control control, Period period, ChangeFilter filter, String order) {
        return statement(control, period, filter, ChangeRow.columns(period.to()), ChangeRow.page(order));
    }

    private StatementSpec statement(
            Control control, Period period, ChangeFilter filter, String select, String groupOrOrder) {
        ClusterId cluster = filter.cluster();
        Where places = new Where().and("c.id = :cluster", "cluster", cluster == null ? null : cluster.value());
        Where where = where(filter);
        String sql = NetChange.sql(period.to(), places.sql())
                + select + "\nfrom change h join place c on c.id = h.cluster_id"
                + "\njoin workload w on w.cluster_id = h.cluster_id and w.id = h.workload_id"
                + "\nwhere " + where.sql() + "\n" + groupOrOrder;
        return jdbc.sql(sql)
                .params(places.parameters())
                .params(where.parameters())
                .param("control", control.name())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("asOf", period.to().bound());
    }

    private static Where where(ChangeFilter filter) {
        ChangeKind kind = filter.kind();
        Risk risk = filter.risk();
        String asked = filter.newlyAsked()
                ? "h.change <> 'POLICY' and :capability = any(h.asked_after)"
                        + " and (h.asked_before is null or :capability <> all(h.asked_before))"
                : "(:capability = any(h.asked_after) or :capability = any(h.asked_before))";
        Where where = new Where()
                .andText(
                        "(strpos(lower(w.name), lower(:text)) > 0 or strpos(lower(h.container), lower(:text)) > 0)",
                        "text",
                        filter.text())
                .and("h.change = :kind", "kind", kind == null ? null : kind.name())
                .and("w.namespace = :namespace", "namespace", filter.namespace())
                .and(asked, "capability", filter.capability())
                .and("coalesce(h.risk_after, h.risk_before) = :risk", "risk", risk == null ? null : risk.ordinal() + 1);
        return WorkloadFilter.NO_OWNER.equals(filter.owner())
                ? where.and("w.owner is null")
                : where.and("w.owner = :owner", "owner", filter.owner());
    }
}
