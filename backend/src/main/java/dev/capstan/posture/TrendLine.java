package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bands at the end of each day, from the points that were stored then; they are never counted again. */
@Component
class TrendLine {

    // One step into the primary key for each cluster and day, however many snapshots a day has. A day speaks for
    // itself only when a snapshot was taken on it; otherwise it is a gap, though older points could be carried on.
    private static final String POINTS = """
            with day as materialized (
                select d::date as day, d at time zone 'UTC' as starts, (d + interval '1 day') at time zone 'UTC' as ends
                from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') d
            )
            select day.day, p.snapshot_at <= least(day.ends, :now) - cast(:notAssessedAfter as interval) as forgotten,
                bool_or(p.snapshot_at >= day.starts) as recorded,
                sum(p.passing) as passing, sum(p.failing) as failing,
                sum(p.not_assessed) as not_assessed, sum(p.not_applicable) as not_applicable
            from day
            join cluster c on (c.gone_at is null or c.gone_at > least(day.ends, :now)) and %s
            cross join lateral (
                select * from posture_point p
                where p.cluster_id = c.id and p.control = :control and p.counted_at < day.ends and p.counted_at <= :now
                order by p.counted_at desc limit 1
            ) p
            group by day.day, forgotten
            """;

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    TrendLine(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Day by day, both days included; of one cluster, or of all when null. */
    List<TrendPoint> read(@Nullable ClusterId cluster, Control control, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return List.of();
        }
        Map<LocalDate, Day> days = new HashMap<>();
        Where where = new Where().and("c.id = :cluster", "cluster", cluster == null ? null : cluster.value());
        jdbc.sql(POINTS.formatted(where.sql()))
                .params(where.parameters())
                .param("from", from)
                .param("to", to)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("notAssessedAfter", settings.notAssessedAfter().toString())
                .param("control", control.name())
                .query(row -> {
                    days.merge(row.getObject("day", LocalDate.class), Day.read(row), Day::plus);
                });
        return from.datesUntil(to.plusDays(1))
                .map(day -> new TrendPoint(day, score(days.get(day))))
                .toList();
    }

    private static @Nullable Score score(@Nullable Day day) {
        return day != null && day.recorded ? day.score : null;
    }

    /** What is known of a day, from the clusters still believed and from those that are not. */
    private record Day(boolean recorded, Score score) {

        static Day read(ResultSet row) throws SQLException {
            Score score = ClusterRow.score(row);
            return new Day(row.getBoolean("recorded"), row.getBoolean("forgotten") ? score.forgotten() : score);
        }

        Day plus(Day other) {
            return new Day(recorded || other.recorded, score.plus(other.score));
        }
    }
}
