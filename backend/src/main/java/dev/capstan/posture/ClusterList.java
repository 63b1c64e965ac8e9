package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Clusters with the score of their last snapshot. */
@Component
class ClusterList {

    private static final String KNOWN = "c.first_listed_at <= :asOf and (c.gone_at is null or c.gone_at > :asOf)";

    private static final String WORST_FRESHNESS_FIRST =
            "array_position(array['NOT_ASSESSED', 'STALE', 'CURRENT'], age.freshness)";

    private static final SortKeys SORT = new SortKeys(
            Map.of(
                    "name", "lower(c.name)",
                    "subscription", "lower(s.name)",
                    "location", "c.location",
                    // Number by number, so that 1.9 comes before 1.10.
                    "kubernetesVersion",
                            "array(select n[1]::bigint"
                                    + " from regexp_matches(c.kubernetes_version, '[0-9]{1,18}', 'g') n)",
                    "score",
                            "case when age.freshness <> 'NOT_ASSESSED'"
                                    + " then unit.passing::numeric / nullif(unit.passing + unit.failing + unit.excused, 0) end",
                    "failing", "case when age.freshness <> 'NOT_ASSESSED' then coalesce(unit.failing, 0) else 0 end",
                    "lastSnapshotAt", "last.taken_at",
                    "freshness", WORST_FRESHNESS_FIRST),
            WORST_FRESHNESS_FIRST,
            "lower(c.name), c.id");

    /** Whether the cluster carries the tag of {@link #parameters}. */
    static final String TAGGED = """
            exists (select from jsonb_each_text(c.tags) t where lower(t.key) = lower(:tagName) and t.value = :tagValue)""";

    private static final int FETCHED = 200;

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    ClusterList(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Every cluster that is not gone, those not assessed first, then by name. */
    List<ClusterPosture> all(Control control, AsOf asOf) {
        return read(control, asOf, new Where().and(KNOWN), "(age.freshness = 'NOT_ASSESSED') desc, lower(c.name), c.id")
                .list();
    }

    List<ClusterPosture> list(Control control, ClusterFilter filter, AsOf asOf, Pageable page) {
        return read(control, asOf, where(filter), SORT.orderBy(page)).list();
    }

    /** The whole list, {@value #FETCHED} rows at a time. Needs a transaction, and the stream is to be closed. */
    Stream<ClusterPosture> stream(Control control, ClusterFilter filter, AsOf asOf, Sort sort) {
        Where where = where(filter);
        return statement(sql(where, SORT.order(sort)), control, asOf, where)
                .withFetchSize(FETCHED)
                .query(ClusterRow::read)
                .stream();
    }

    /** Those after the key, in the order of their keys. */
    List<ClusterPosture> after(long key, Control control, ClusterFilter filter, AsOf asOf, int limit) {
        Where where = where(filter).and("c.id > :after", "after", key);
        return read(control, asOf, where, "c.id limit " + limit).list();
    }

    long count(Control control, ClusterFilter filter, AsOf asOf) {
        Where where = where(filter);
        return statement("select count(*)" + ClusterRow.FROM + "where " + where.sql(), control, asOf, where)
                .query(Long.class)
                .single();
    }

    /** Also a cluster that is gone: links to it still work. */
    Optional<ClusterPosture> find(ClusterId id, Control control, AsOf asOf) {
        return read(control, asOf, new Where().and("c.id = :cluster", "cluster", id.value()), "c.id")
                .optional();
    }

    List<String> subscriptions() {
        return jdbc.sql("""
                        select s.name from azure_subscription s
                        where exists (select from cluster c where c.subscription_id = s.id and c.gone_at is null)
                        group by s.name order by lower(s.name), s.name
                        """).query((row, _) -> row.getString("name")).list();
    }

    static Map<String, String> parameters(Tag tag) {
        return Map.of("tagName", tag.name(), "tagValue", tag.value());
    }

    /** The value of the tag of each cluster that carries it; its name without regard to case. */
    Map<ClusterId, String> tagValues(String name) {
        Map<ClusterId, String> values = new HashMap<>();
        Where where = new Where().and("lower(t.key) = lower(:name)", "name", name);
        jdbc.sql("select c.id, t.value from cluster c cross join jsonb_each_text(c.tags) t where " + where.sql())
                .params(where.parameters())
                .query(row -> {
                    values.put(new ClusterId(row.getLong("id")), row.getString("value"));
                });
        return values;
    }

    /** The names of the tags that clusters carry, in lower case and in order. */
    List<String> tagNames() {
        return jdbc.sql("""
                        select distinct lower(t.key) as name from cluster c cross join jsonb_object_keys(c.tags) t (key)
                        where c.gone_at is null order by name
                        """).query((row, _) -> row.getString("name")).list();
    }

    /** Every tag that a cluster carries, its name in lower case, by name and then by value. */
    List<Tag> tags() {
        return jdbc.sql("""
                        select distinct lower(t.key) as name, t.value from cluster c
                        cross join jsonb_each_text(c.tags) t
                        where c.gone_at is null order by name, t.value
                        """)
                .query((row, _) -> new Tag(row.getString("name"), row.getString("value")))
                .list();
    }

    /** The values that clusters carry of a tag, in order. */
    List<String> tagValuesOf(String name) {
        return tagValues(name).values().stream().distinct().sorted().toList();
    }

    /** The resource groups that hold clusters, in order. */
    List<String> resourceGroups() {
        return jdbc.sql("""
                        select min(resource_group) as name from cluster where gone_at is null
                        group by lower(resource_group) order by lower(min(resource_group))
                        """).query((row, _) -> row.getString("name")).list();
    }

    private static Where where(ClusterFilter filter) {
        Freshness freshness = filter.freshness();
        Tag tag = filter.tag();
        Set<ClusterId> among = filter.among();
        return new Where()
                .and(KNOWN)
                .andText(
                        "strpos(lower(concat_ws(chr(10), c.name, c.resource_group, c.location)), lower(:text)) > 0",
                        "text",
                        filter.text())
                .and("s.name = :subscription", "subscription", filter.subscription())
                .and("lower(c.resource_group) = lower(:resourceGroup)", "resourceGroup", filter.resourceGroup())
                .and(TAGGED, tag == null ? Map.of() : parameters(tag))
                .and(
                        "c.id = any(:among)",
                        "among",
                        among == null
                                ? null
                                : among.stream().map(ClusterId::value).toArray(Long[]::new))
                .and("age.freshness = :freshness", "freshness", freshness == null ? null : freshness.name());
    }

    private MappedQuerySpec<ClusterPosture> read(Control control, AsOf asOf, Where where, String orderBy) {
        return statement(sql(where, orderBy), control, asOf, where).query(ClusterRow::read);
    }

    private static String sql(Where where, String orderBy) {
        return ClusterRow.SELECT + ClusterRow.FROM + "where " + where.sql() + "\norder by " + orderBy;
    }

    private StatementSpec statement(String sql, Control control, AsOf asOf, Where where) {
        return jdbc.sql(sql)
                .param("control", control.name())
                .params(where.parameters())
                .param("asOf", asOf.bound())
                .params(FreshnessLimits.at(asOf.on(clock), settings).parameters());
    }
}
