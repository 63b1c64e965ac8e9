package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Findings, as they were recorded. */
@Component
class FindingList {

    // What fails in a cluster goes with it, though no snapshot says so.
    private static final String ROWS = """
            select f.*, case when e.until < 'infinity' and e.until <= :known then e.until end as until,
                case when e.until > :known then null when f.seen_until > c.gone_at then 'GONE' else f.ended end as ending,
                c.name as cluster_name, c.freshness, w.namespace, w.kind as workload_kind, w.name as workload_name, w.owner
            from finding f
            join place c on c.id = f.cluster_id
            cross join lateral (select least(f.seen_until, c.gone_at) as until) e
            join workload w on w.cluster_id = f.cluster_id and w.id = f.workload_id
            where %s
            order by f.cluster_id, f.workload_id, f.control, f.kind, f.name, f.seen_from
            limit %d""";

    private static final String AFTER = """
            (f.cluster_id, f.workload_id, f.control, f.kind, f.name, f.seen_from)
                > (:afterCluster, :afterWorkload, :afterControl, :afterKind, :afterContainer, :afterSeenFrom)""";

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    FindingList(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those after the key, in the order of their keys; from the first one on for null. */
    List<RecordedFinding> after(@Nullable FindingKey key, FindingFilter filter, FindingFilter.When when, int limit) {
        Where where = where(filter);
        if (key != null) {
            where.and(AFTER);
        }
        StatementSpec rows = switch (when) {
            case FindingFilter.When.At(AsOf at) -> rows(WorkloadRow.PLACE, where.and(at.holds("f")), limit, at, at);
            case FindingFilter.When.Within(Instant from, Instant to) ->
                rows(
                        WorkloadRow.placeNotGoneBy(":from"),
                        where.and("f.seen_until > :from", "from", from.atOffset(ZoneOffset.UTC))
                                .and("f.seen_from < :to", "to", to.atOffset(ZoneOffset.UTC)),
                        limit,
                        to.isAfter(clock.instant()) ? AsOf.NOW : AsOf.at(to),
                        AsOf.NOW);
        };
        return rows.params(key == null ? Map.of() : key.parameters())
                .query(FindingList::read)
                .list();
    }

    /**
     * @param asOf how the clusters stood
     * @param known by when an end must have come to be told: of an instant what was known then, of a span all there is
     */
    private StatementSpec rows(String place, Where where, int limit, AsOf asOf, AsOf known) {
        return jdbc.sql(place + ROWS.formatted(where.sql(), limit))
                .params(where.parameters())
                .params(FreshnessLimits.at(asOf.on(clock), settings).parameters())
                .param("asOf", asOf.bound())
                .param("known", known.bound());
    }

    private static Where where(FindingFilter filter) {
        Control control = filter.control();
        ClusterId cluster = filter.cluster();
        Risk risk = filter.risk();
        RunBy runBy = filter.runBy();
        Where where = new Where()
                .and("f.control = :control", "control", control == null ? null : control.name())
                .and("f.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value())
                .and("w.namespace = :namespace", "namespace", filter.namespace())
                .and("f.asked_for @> array[cast(:capability as text)]", "capability", filter.capability())
                .and("f.risk = :risk", "risk", risk == null ? null : risk.ordinal() + 1)
                .and("f.platform = :platform", "platform", runBy == null ? null : runBy == RunBy.PLATFORM);
        return WorkloadFilter.NO_OWNER.equals(filter.owner())
                ? where.and("w.owner is null")
                : where.and("w.owner = :owner", "owner", filter.owner());
    }

    private static RecordedFinding read(ResultSet row, int number) throws SQLException {
        int rank = row.getInt("risk");
        String ended = row.getString("ending");
        return new RecordedFinding(
                new FindingKey(
                        new ClusterId(row.getLong("cluster_id")),
                        row.getLong("workload_id"),
                        Control.valueOf(row.getString("control")),
                        ContainerKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("seen_from", OffsetDateTime.class).toInstant()),
                row.getString("cluster_name"),
                Freshness.valueOf(row.getString("freshness")),
                row.getString("namespace"),
                row.getString("workload_kind"),
                row.getString("workload_name"),
                row.getString("owner"),
                row.getBoolean("platform"),
                rank == 0 ? null : Risk.values()[rank - 1],
                List.of((String[]) row.getArray("asked_for").getArray()),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                RecordedFinding.Began.valueOf(row.getString("began")),
                ClusterRow.instant(row, "until"),
                ended == null ? null : RecordedFinding.Ended.valueOf(ended));
    }
}
