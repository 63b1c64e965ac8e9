package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** How old open findings are, and how long resolved ones took. */
@Component
class FindingTimes {

    /** What findings are told apart by; the key as SQL, by the aliases f and w. */
    enum By {
        NOTHING("cast(null as text)"),
        CLUSTER("cast(f.cluster_id as text)"),
        OWNER("w.owner");

        private final String key;

        By(String key) {
            this.key = key;
        }
    }

    private static final String BUCKETS = Arrays.stream(AgeBucket.values())
            .filter(bucket -> bucket.to() < Integer.MAX_VALUE)
            .map(bucket -> "when f.opened_at > cast(:now as timestamptz) - interval '%d days' then '%s'"
                    .formatted(bucket.to() + 1, bucket))
            .collect(Collectors.joining(" ", "case ", " else 'OVER_180' end"));

    // As for scores, what was read too long ago is not believed any more.
    private static final String OPEN = """
            with believed as materialized (
                select c.id from cluster c
                cross join lateral (
                    select taken_at from snapshot where cluster_id = c.id and taken_at <= :asOf
                    order by taken_at desc limit 1
                ) last
                where (c.gone_at is null or c.gone_at > :asOf) and last.taken_at > :notAssessedAt
            )
            select %s as key, %s as bucket, count(*) as n
            from finding f %s
            where f.control = :control and not f.platform and not f.excused and %s and f.cluster_id in (select id from believed) and %s
            group by 1, 2
            """;

    private static final String RESOLVED = """
            select %s as key, count(*) as n,
                extract(epoch from avg(f.seen_until - f.opened_at)) as mean,
                extract(epoch from percentile_cont(0.5) within group (order by f.seen_until - f.opened_at)) as median,
                extract(epoch from percentile_cont(0.9) within group (order by f.seen_until - f.opened_at)) as ninetieth
            from finding_past f %s
            where f.control = :control and f.ended in ('FIXED', 'GONE') and not f.platform and not f.excused
              and f.seen_until > :from and f.seen_until <= :asOf and %s
            group by 1
            """;

    private static final String WORKLOAD = "join workload w on w.cluster_id = f.cluster_id and w.id = f.workload_id";

    private final JdbcClient jdbc;
    private final PostureSettings settings;
    private final Clock clock;

    FindingTimes(JdbcClient jdbc, PostureSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** By the key of each group; that of what has none is the empty text. */
    Map<String, Ages> open(By by, Control control, Of of, AsOf asOf) {
        Where where = of.where();
        String sql = OPEN.formatted(by.key, BUCKETS, of.join(by), asOf.holds("f"), where.sql());
        Map<String, Ages> open = new HashMap<>();
        statement(sql, control, where, asOf)
                .param("now", asOf.on(clock).atOffset(ZoneOffset.UTC))
                .param(
                        "notAssessedAt",
                        FreshnessLimits.at(asOf.on(clock), settings).notAssessedAt())
                .query(row -> {
                    Ages one = new Ages(Map.of(AgeBucket.valueOf(row.getString("bucket")), row.getLong("n")));
                    open.merge(key(row), one, Ages::plus);
                });
        return open;
    }

    /** By the key of each group; that of what has none is the empty text. */
    Map<String, Resolved> resolved(By by, Control control, Of of, Period period) {
        Where where = of.where();
        String sql = RESOLVED.formatted(by.key, of.join(by), where.sql());
        Map<String, Resolved> resolved = new HashMap<>();
        statement(sql, control, where, period.to())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    resolved.put(
                            key(row),
                            new Resolved(
                                    row.getLong("n"),
                                    duration(row, "mean"),
                                    duration(row, "median"),
                                    duration(row, "ninetieth")));
                });
        return resolved;
    }

    private StatementSpec statement(String sql, Control control, Where where, AsOf asOf) {
        return jdbc.sql(sql)
                .params(where.parameters())
                .param("control", control.name())
                .param("asOf", asOf.bound());
    }

    private static String key(ResultSet row) throws SQLException {
        String key = row.getString("key");
        return key == null ? "" : key;
    }

    private static Duration duration(ResultSet row, String column) throws SQLException {
        return Duration.ofSeconds((long) row.getDouble(column));
    }

    /**
     * Whose findings to look at.
     *
     * @param cluster those of this cluster, or of all when null
     * @param owner those of this owner, of nobody's when {@link WorkloadFilter#NO_OWNER}, or all when null
     */
    record Of(@Nullable ClusterId cluster, @Nullable String owner) {

        private String join(By by) {
            return owner != null || by == By.OWNER ? WORKLOAD : "";
        }

        private Where where() {
            Where where =
                    new Where().and("f.cluster_id = :cluster", "cluster", cluster == null ? null : cluster.value());
            return WorkloadFilter.NO_OWNER.equals(owner)
                    ? where.and("w.owner is null")
                    : where.and("w.owner = :owner", "owner", owner);
        }
    }
}
