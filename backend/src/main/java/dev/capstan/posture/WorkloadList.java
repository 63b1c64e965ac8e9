package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Workloads, with what fails in them. */
@Component
class WorkloadList {

    // The index of names knows three letters in a row; fewer are found faster by reading every name, as it is:
    // Kubernetes
    // allows no capital letters in it (RFC 1123), and making small ones of half a million names takes longer than
    // reading
    // them.
    private static final int LETTERS_OF_AN_INDEX = 3;

    private static final int FETCHED = 500;

    // Clusters are few: which of them, is found out once and looked up for each workload. "is true" keeps the database
    // from making a join of it, which would lose the order.
    private static final String KNOWN = """
            (p.cluster_id in (
                select k.id from cluster k
                where k.first_listed_at <= :asOf and (k.gone_at is null or k.gone_at > :asOf))) is true""";

    private static final String OF_SUBSCRIPTION = """
            (p.cluster_id in (
                select k.id from cluster k join azure_subscription s on s.id = k.subscription_id
                where s.name = :subscription)) is true""";

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    WorkloadList(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    List<WorkloadPosture> list(Control control, WorkloadFilter filter, AsOf asOf, Pageable page) {
        Where where = where(control, filter, asOf);
        String limit = page.isPaged() ? "\nlimit %d offset %d".formatted(page.getPageSize(), page.getOffset()) : "";
        String sql = WorkloadRow.page(control, asOf, where.sql(), order(control, page.getSort()), limit);
        return statement(sql, where, asOf).query(WorkloadRow::read).list();
    }

    /** The whole list, {@value #FETCHED} rows at a time. Needs a transaction, and the stream is to be closed. */
    Stream<WorkloadPosture> stream(Control control, WorkloadFilter filter, AsOf asOf, Sort order) {
        Where where = where(control, filter, asOf);
        String sql = WorkloadRow.all(control, asOf) + "where " + where.sql() + "\norder by " + order(control, order);
        return statement(sql, where, asOf).withFetchSize(FETCHED).query(WorkloadRow::read).stream();
    }

    /** Those after the key, in the order of their keys; from the first one on for null. */
    List<WorkloadPosture> after(
            @Nullable WorkloadKey key, Control control, WorkloadFilter filter, AsOf asOf, int limit) {
        Where where = where(control, filter, asOf);
        if (key != null) {
            where.and("(p.cluster_id, p.workload_id, p.platform) > (:afterCluster, :afterWorkload, :afterPlatform)");
        }
        String sql = WorkloadRow.all(control, asOf) + "where " + where.sql()
                + "\norder by p.cluster_id, p.workload_id, p.platform limit " + limit;
        return statement(sql, where, asOf)
                .params(key == null ? Map.of() : key.parameters())
                .query(WorkloadRow::read)
                .list();
    }

    long count(Control control, WorkloadFilter filter, AsOf asOf) {
        Where where = where(control, filter, asOf);
        return statement(WorkloadRow.count(asOf, where.sql()), where, asOf)
                .query(Long.class)
                .single();
    }

    /** Those that run workloads, in order; of one cluster, or of all when null. */
    List<String> namespaces(@Nullable ClusterId cluster, AsOf asOf) {
        Where where = where(Control.ADDED, WorkloadFilter.ALL.withCluster(cluster), asOf);
        String sql = WorkloadRow.only("p.namespace", asOf) + "where " + where.sql()
                + "\ngroup by p.namespace order by p.namespace";
        return statement(sql, where, asOf)
                .query((row, _) -> row.getString("namespace"))
                .list();
    }

    /** Those who own workloads that customers run, in order. */
    List<String> owners(AsOf asOf) {
        Where where = where(Control.ADDED, WorkloadFilter.SCORED, asOf).and("p.owner is not null");
        String sql = WorkloadRow.only("p.owner", asOf) + "where " + where.sql()
                + "\ngroup by p.owner order by lower(p.owner), p.owner";
        return statement(sql, where, asOf)
                .query((row, _) -> row.getString("owner"))
                .list();
    }

    private static String order(Control control, Sort sort) {
        // A workload is called the same in both tables, and an index gives an order only by the columns of its own.
        String named = sort.getOrderFor("pods") == null ? "p" : "w";
        return keys(control, named).order(sort);
    }

    private static SortKeys keys(Control control, String named) {
        String prefix = "p." + WorkloadRow.prefix(control);
        return new SortKeys(
                Map.of(
                        "clusterName", "lower(c.name)",
                        "namespace", "p.namespace",
                        "name", "p.name",
                        "kind", "p.kind",
                        "owner", "lower(p.owner)",
                        "containers", "p.containers",
                        "failing", prefix + "_failing",
                        "risk", prefix + "_risk",
                        "failingSince", prefix + "_since",
                        "pods", "w.pods"),
                Set.of("namespace", "name", "kind"),
                prefix + "_risk desc nulls last, " + prefix + "_failing desc",
                "%1$s.namespace, %1$s.name, %1$s.kind, p.cluster_id, p.workload_id, p.platform".formatted(named));
    }

    private StatementSpec statement(String sql, Where where, AsOf asOf) {
        return jdbc.sql(sql)
                .params(where.parameters())
                .params(FreshnessLimits.at(asOf.on(clock), settings).parameters())
                .param("asOf", asOf.bound());
    }

    private static Where where(Control control, WorkloadFilter filter, AsOf asOf) {
        ClusterId cluster = filter.cluster();
        Risk risk = filter.risk();
        String prefix = WorkloadRow.prefix(control);
        String text = filter.text().strip();
        RunBy runBy = filter.runBy();
        Where where = new Where()
                .and(
                        text.length() < LETTERS_OF_AN_INDEX
                                ? "strpos(p.name, lower(:text)) > 0"
                                : "lower(p.name) like lower(:text)",
                        "text",
                        text.isEmpty() ? null : text.length() < LETTERS_OF_AN_INDEX ? text : like(text))
                .and(KNOWN)
                .and(OF_SUBSCRIPTION, "subscription", filter.subscription())
                .and("p.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value())
                .and("p.namespace = :namespace", "namespace", filter.namespace())
                .and("p.asked_for @> array[cast(:capability as text)]", "capability", filter.capability())
                .and("p." + prefix + "_risk = :risk", "risk", risk == null ? null : risk.ordinal() + 1)
                .and("p.platform = :platform", "platform", runBy == null ? null : runBy == RunBy.PLATFORM)
                .and(runs("k.image = :image", asOf), "image", filter.image())
                .and(runs("k.profile_id = :profile", asOf), "profile", filter.profile());
        if (WorkloadFilter.NO_OWNER.equals(filter.owner())) {
            where.and("p.owner is null");
        } else {
            where.and("p.owner = :owner", "owner", filter.owner());
        }
        return filter.failingOnly() ? where.and("p." + prefix + "_failing > 0") : where;
    }

    /** The pattern for what has the text in it, as written. */
    private static String like(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private static String runs(String what, AsOf asOf) {
        return """
                (p.cluster_id, p.workload_id) in (
                    select k.cluster_id, k.workload_id from workload_container k where %s and %s)""".formatted(what, asOf.runs("k"));
    }
}
