package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Workloads that run now, with what fails in them. */
@Component
class WorkloadList {

    private static final SortKeys SORT = new SortKeys(
            Map.of(
                    "clusterName", "lower(c.name)",
                    "namespace", "w.namespace",
                    "name", "w.name",
                    "kind", "w.kind",
                    "containers", "n.containers",
                    "failing", "coalesce(f.failing, 0)",
                    "risk", "f.risk_rank",
                    "failingSince", "f.failing_since",
                    "pods", "w.pods"),
            "f.risk_rank desc nulls last, coalesce(f.failing, 0) desc",
            "lower(c.name), w.namespace, w.name, w.kind, w.cluster_id, w.id");

    private static final int FETCHED = 500;

    private static final String THESE =
            "select * from unnest(cast(:clusters as bigint[]), cast(:workloads as bigint[])) these(cluster_id, id)";

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    WorkloadList(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    List<WorkloadPosture> list(Control control, WorkloadFilter filter, Pageable page) {
        return rows(keys(filter, SORT.orderBy(page)), control, filter, page.getSort())
                .params(FreshnessLimits.at(clock.instant(), settings).parameters())
                .params(where(filter).parameters())
                .query(WorkloadRow::read)
                .list();
    }

    /**
     * The whole list: its keys as they come, with the details of {@value #FETCHED} at a time, so that the first rows are
     * there long before the last are known. Needs a transaction that sees one state throughout; the stream is to be closed.
     */
    Stream<WorkloadPosture> stream(Control control, WorkloadFilter filter, Sort sort) {
        Map<String, OffsetDateTime> limits =
                FreshnessLimits.at(clock.instant(), settings).parameters();
        return statement(keys(filter, SORT.order(sort)), control, filter)
                .params(where(filter).parameters())
                .withFetchSize(FETCHED)
                .query((row, _) -> new Key(row.getLong("cluster_id"), row.getLong("id")))
                .stream()
                .gather(Gatherers.windowFixed(FETCHED))
                .flatMap(keys -> rows(THESE, control, filter, sort)
                        .params(limits)
                        .param("clusters", keys.stream().map(Key::cluster).toArray(Long[]::new))
                        .param("workloads", keys.stream().map(Key::workload).toArray(Long[]::new))
                        .query(WorkloadRow::read)
                        .list()
                        .stream());
    }

    long count(Control control, WorkloadFilter filter) {
        Where where = where(filter);
        return statement("select count(*)" + WorkloadRow.RUNNING + "where " + where.sql(), control, filter)
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** Those that run workloads now, in order; of one cluster, or of all when null. */
    List<String> namespaces(@Nullable ClusterId cluster) {
        Where where = new Where()
                .and(WorkloadRow.RUNS)
                .and("w.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value());
        return jdbc.sql("select w.namespace from workload w join cluster c on c.id = w.cluster_id where " + where.sql()
                        + " group by w.namespace order by w.namespace")
                .param("origins", RunBy.origins(null))
                .params(where.parameters())
                .query((row, _) -> row.getString("namespace"))
                .list();
    }

    private static String keys(WorkloadFilter filter, String orderBy) {
        return "select w.cluster_id, w.id" + WorkloadRow.RUNNING + "where "
                + where(filter).sql() + "\norder by " + orderBy;
    }

    private StatementSpec rows(String keys, Control control, WorkloadFilter filter, Sort sort) {
        return statement(WorkloadRow.detailed(keys) + "order by " + SORT.order(sort), control, filter);
    }

    private StatementSpec statement(String sql, Control control, WorkloadFilter filter) {
        return jdbc.sql(sql).param("control", control.name()).param("origins", RunBy.origins(filter.runBy()));
    }

    private static Where where(WorkloadFilter filter) {
        ClusterId cluster = filter.cluster();
        Risk risk = filter.risk();
        Where where = new Where()
                .and(WorkloadRow.RUNS)
                .andText("strpos(lower(w.name), lower(:text)) > 0", "text", filter.text())
                .and("w.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value())
                .and("w.namespace = :namespace", "namespace", filter.namespace())
                .and(WorkloadRow.ASKS_FOR, "capability", filter.capability())
                .and("f.risk_rank = :risk", "risk", risk == null ? null : risk.ordinal() + 1);
        return filter.failingOnly() ? where.and("f.failing > 0") : where;
    }

    private record Key(long cluster, long workload) {}
}
