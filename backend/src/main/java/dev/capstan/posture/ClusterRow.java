package dev.capstan.posture;

import dev.capstan.collection.FailureCause;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** How a cluster's posture is found in the database. */
final class ClusterRow {

    static final String SELECT = """
            select c.id, c.arm_id, c.name, s.name as subscription, c.resource_group, c.location, c.kubernetes_version,
                c.power_state = 'STOPPED' and cast(:asOf as timestamptz) = 'infinity' as stopped,
                exists (
                    select from jsonb_each_text(c.tags) tag
                    where lower(tag.key) in ('environment', 'env', 'tier')
                      and lower(tag.value) in ('production', 'prod')
                ) as production,
                age.freshness, unit.passing, unit.failing, unit.excused, unit.requested, unit.not_assessed, unit.not_applicable,
                unit.platform_passing, unit.platform_failing, unit.injected_passing, unit.injected_failing,
                last.taken_at, coalesce(last.pods, 0) as pods, coalesce(last.workloads, 0) as workloads,
                run.failure, run.detail, run.finished_at
            """;

    // The units were counted when the last snapshot was recorded, and again whenever the policy changed.
    static final String FROM = """

            from cluster c
            join azure_subscription s on s.id = c.subscription_id
            left join lateral (
                select taken_at, pods, workloads from snapshot
                where cluster_id = c.id and taken_at <= :asOf order by taken_at desc limit 1
            ) last on true
            cross join lateral (select %s as freshness) age
            left join lateral (
                select outcome, failure, detail, finished_at from assessment_run
                where cluster_id = c.id and finished_at <= :asOf order by started_at desc limit 1
            ) run on run.outcome = 'FAILED'
            left join lateral (
                select * from posture_point
                where cluster_id = c.id and control = :control and counted_at <= :asOf
                order by counted_at desc limit 1
            ) unit on true
            """.formatted(FreshnessLimits.FRESHNESS);

    private ClusterRow() {}

    static ClusterPosture read(ResultSet row, int number) throws SQLException {
        Freshness freshness = Freshness.valueOf(row.getString("freshness"));
        String failure = row.getString("failure");
        return new ClusterPosture(
                new ClusterId(row.getLong("id")),
                row.getString("arm_id"),
                row.getString("name"),
                row.getString("subscription"),
                row.getString("resource_group"),
                row.getString("location"),
                row.getString("kubernetes_version"),
                row.getBoolean("stopped"),
                row.getBoolean("production"),
                freshness,
                freshness == Freshness.NOT_ASSESSED ? score(row).forgotten() : score(row),
                freshness == Freshness.NOT_ASSESSED ? Apart.NONE : apart(row),
                instant(row, "taken_at"),
                row.getInt("pods"),
                row.getInt("workloads"),
                failure == null ? null : FailureCause.valueOf(failure),
                row.getString("detail"),
                instant(row, "finished_at"));
    }

    /** The counts in the row's columns passing, failing, excused, requested, not_assessed and not_applicable. */
    static Score score(ResultSet row) throws SQLException {
        return new Score(
                row.getLong("passing"),
                row.getLong("failing"),
                row.getLong("excused"),
                row.getLong("requested"),
                row.getLong("not_assessed"),
                row.getLong("not_applicable"));
    }

    private static Apart apart(ResultSet row) throws SQLException {
        return new Apart(
                row.getLong("platform_passing"),
                row.getLong("platform_failing"),
                row.getLong("injected_passing"),
                row.getLong("injected_failing"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
