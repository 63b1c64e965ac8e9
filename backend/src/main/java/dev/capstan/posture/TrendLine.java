package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bands at the end of each day, as they were concluded then; they are never concluded again.
 *
 * <p>A day on which no snapshot was taken is a gap as long as anything that was known before can still be believed:
 * carrying it on would look like knowledge of that day. When nothing can be believed any more, the day is not a gap but
 * not assessed as a whole, in a cluster's own trend as in the fleet's, which counts that cluster's units in the same way.
 * Days before the first snapshot and days to come are gaps.
 */
@Component
class TrendLine {

    // What happens at midnight belongs to the day that begins, what happens now to today.
    private static final String DAYS = """
            with day as materialized (
                select d::date as day, d at time zone 'UTC' as starts,
                    least((d + interval '1 day') at time zone 'UTC', :now + interval '1 microsecond') as ends
                from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') d
                where d at time zone 'UTC' <= :now
            )
            """;

    // One step into the primary key for each cluster and day, however many snapshots a day has.
    private static final String OF_CLUSTERS = DAYS + """
            select day.day, p.snapshot_at <= least(day.ends, :now) - cast(:notAssessedAfter as interval) as forgotten,
                bool_or(p.snapshot_at >= day.starts) as recorded,
                sum(p.passing) as passing, sum(p.failing) as failing, sum(p.excused) as excused,
                sum(p.requested) as requested,
                sum(p.not_assessed) as not_assessed, sum(p.not_applicable) as not_applicable
            from day
            join cluster c on (c.gone_at is null or c.gone_at > day.ends)
            join azure_subscription s on s.id = c.subscription_id
            cross join lateral (
                select * from posture_point p
                where p.cluster_id = c.id and p.control = :control and p.counted_at < day.ends
                order by p.counted_at desc limit 1
            ) p
            where %s
            group by day.day, forgotten
            """;

    // Each span adds to the day it begins on and takes away from the day it ends on; what a day holds is the sum so
    // far. What has not begun or ended by the instant is not known yet, though it be of the same day.
    private static final String OF_WORKLOADS = DAYS + """
            , span as materialized (
                select p.cluster_id, cast(p.seen_from at time zone 'UTC' as date) as begins,
                    case when p.seen_until <= :now then cast(p.seen_until at time zone 'UTC' as date) else 'infinity' end
                        as ends,
                    p.containers, p.%1$s_passing as passing, p.%1$s_failing as failing, p.%1$s_excused as excused,
                    p.%1$s_requested as requested, p.%1$s_unknown as unknown
                from workload_posture p
                where %2$s and not p.platform and p.seen_from <= :now
                  and p.seen_until >= (cast(:from as timestamp) + interval '1 day') at time zone 'UTC'
            ),
            moved as (
                select cluster_id, day, cast(sum(containers) as bigint) as containers,
                    cast(sum(passing) as bigint) as passing, cast(sum(failing) as bigint) as failing,
                    cast(sum(excused) as bigint) as excused, cast(sum(requested) as bigint) as requested,
                    cast(sum(unknown) as bigint) as unknown
                from (
                    select cluster_id, greatest(begins, cast(:from as date)) as day, containers, passing, failing, excused,
                        requested, unknown
                    from span
                    union all
                    select cluster_id, ends, -containers, -passing, -failing, -excused, -requested, -unknown from span where ends <= :to
                ) m
                group by cluster_id, day
            ),
            held as (
                select c.cluster_id, day.*, sum(m.containers) over so_far as containers, sum(m.passing) over so_far as passing,
                    sum(m.failing) over so_far as failing, sum(m.excused) over so_far as excused,
                    sum(m.requested) over so_far as requested, sum(m.unknown) over so_far as unknown
                from (select distinct cluster_id from moved) c
                cross join day
                left join moved m on m.cluster_id = c.cluster_id and m.day = day.day
                window so_far as (partition by c.cluster_id order by day.day)
            )
            select h.day, last.taken_at <= least(h.ends, :now) - cast(:notAssessedAfter as interval) as forgotten,
                bool_or(last.taken_at >= h.starts) as recorded,
                sum(h.passing) as passing, sum(h.failing) as failing, sum(h.excused) as excused,
                sum(h.requested) as requested, sum(h.unknown) as not_assessed,
                sum(h.containers - h.passing - h.failing - h.excused - h.unknown) as not_applicable
            from held h
            join cluster c on c.id = h.cluster_id and (c.gone_at is null or c.gone_at > h.ends)
            cross join lateral (
                select taken_at from snapshot where cluster_id = h.cluster_id and taken_at < h.ends
                order by taken_at desc limit 1
            ) last
            where h.containers > 0
            group by h.day, forgotten
            """;

    // Of these last days more may become known; what the days before them were is settled, and asked for once.
    private static final int FRESH_DAYS = 2;

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;
    private final Remembered remembered;

    TrendLine(JdbcClient jdbc, PostureSettings settings, Clock clock, Remembered remembered) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.remembered = remembered;
    }

    /** Day by day, both days included. */
    List<TrendPoint> read(Scope scope, Control control, LocalDate from, LocalDate to, AsOf asOf) {
        if (from.isAfter(to)) {
            return List.of();
        }
        LocalDate fresh = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(FRESH_DAYS);
        if (!from.isBefore(fresh) || scope instanceof Scope.OfCluster) {
            return days(scope, control, from, to, asOf);
        }
        LocalDate settled = to.isBefore(fresh) ? to : fresh.minusDays(1);
        AsOf then = AsOf.at(settled.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        List<TrendPoint> all = new ArrayList<>(remembered.get(
                then,
                List.of("trend", scope, control, from, settled, asOf),
                () -> days(scope, control, from, settled, asOf)));
        if (settled.isBefore(to)) {
            LocalDate open = settled.plusDays(1);
            all.addAll(remembered.get(
                    asOf, List.of("trend", scope, control, open, to), () -> days(scope, control, open, to, asOf)));
        }
        return all;
    }

    private List<TrendPoint> days(Scope scope, Control control, LocalDate from, LocalDate to, AsOf asOf) {
        Where where = where(scope);
        String sql = switch (scope) {
            case Scope.Fleet _, Scope.OfSubscription _, Scope.OfTag _, Scope.OfCluster _ ->
                OF_CLUSTERS.formatted(where.sql());
            case Scope.OfNamespace _, Scope.OfOwner _ ->
                OF_WORKLOADS.formatted(WorkloadRow.prefix(control), where.sql());
        };
        Map<LocalDate, Day> days = new HashMap<>();
        jdbc.sql(sql)
                .params(where.parameters())
                .param("from", from)
                .param("to", to)
                .param("now", asOf.on(clock).atOffset(ZoneOffset.UTC))
                .param("notAssessedAfter", settings.notAssessedAfter().toString())
                .param("control", control.name())
                .query(row -> {
                    days.merge(row.getObject("day", LocalDate.class), Day.read(row), Day::plus);
                });
        return from.datesUntil(to.plusDays(1))
                .map(day -> new TrendPoint(day, score(days.get(day))))
                .toList();
    }

    private static Where where(Scope scope) {
        return switch (scope) {
            case Scope.Fleet() -> new Where();
            case Scope.OfSubscription(String name) -> new Where().and("s.name = :subscription", "subscription", name);
            case Scope.OfTag(Tag tag) -> new Where().and(ClusterList.TAGGED, ClusterList.parameters(tag));
            case Scope.OfCluster(var cluster) -> new Where().and("c.id = :cluster", "cluster", cluster.value());
            case Scope.OfNamespace(var cluster, String name) ->
                new Where()
                        .and("p.namespace = :namespace", "namespace", name)
                        .and("p.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value());
            case Scope.OfOwner(String name) ->
                name.equals(WorkloadFilter.NO_OWNER)
                        ? new Where().and("p.owner is null")
                        : new Where().and("p.owner = :owner", "owner", name);
        };
    }

    private static @Nullable Score score(@Nullable Day day) {
        return day != null && (day.recorded || !day.believed) ? day.score : null;
    }

    /**
     * What is known of a day.
     *
     * @param recorded whether a snapshot was taken on it
     * @param believed whether anything that is counted can still be believed
     */
    private record Day(boolean recorded, boolean believed, Score score) {

        static Day read(ResultSet row) throws SQLException {
            boolean forgotten = row.getBoolean("forgotten");
            Score score = ClusterRow.score(row);
            return new Day(row.getBoolean("recorded"), !forgotten, forgotten ? score.forgotten() : score);
        }

        Day plus(Day other) {
            return new Day(recorded || other.recorded, believed || other.believed, score.plus(other.score));
        }
    }
}
