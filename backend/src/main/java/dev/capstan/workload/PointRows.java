package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counts of a cluster's units under each control, one row whenever they are counted. */
final class PointRows {

    // Counted again at the same instant only when the policy changed while the snapshot was on its way.
    private static final String INSERT = """
            insert into posture_point (cluster_id, counted_at, control, policy_version, snapshot_at, passing, failing,
                not_assessed, not_applicable, platform_passing, platform_failing, injected_passing, injected_failing, excused, requested)
            select :cluster, :at, c.control, :policy, last.taken_at,
                count(*) filter (where class <> 'PLATFORM' and outcome = 'PASS'),
                count(*) filter (where class <> 'PLATFORM' and outcome = 'FAIL' and not excused),
                count(*) filter (where class <> 'PLATFORM' and outcome = 'NOT_ASSESSED'),
                count(*) filter (where class <> 'PLATFORM' and outcome = 'NOT_APPLICABLE'),
                count(*) filter (where class = 'PLATFORM' and outcome = 'PASS'),
                count(*) filter (where class = 'PLATFORM' and outcome = 'FAIL'),
                count(*) filter (where class = 'INJECTED' and outcome = 'PASS'),
                count(*) filter (where class = 'INJECTED' and outcome = 'FAIL'),
                count(*) filter (where excused), count(*) filter (where requested)
            from unnest(:controls) c (control)
            cross join (select max(taken_at) as taken_at from snapshot where cluster_id = :cluster) last
            left join unit_staging u on u.cluster_id = :cluster and u.control = c.control
            group by c.control, last.taken_at
            on conflict (cluster_id, control, counted_at) do update
            set policy_version = excluded.policy_version, snapshot_at = excluded.snapshot_at,
                passing = excluded.passing, failing = excluded.failing, not_assessed = excluded.not_assessed,
                not_applicable = excluded.not_applicable, platform_passing = excluded.platform_passing,
                platform_failing = excluded.platform_failing, injected_passing = excluded.injected_passing,
                injected_failing = excluded.injected_failing, excused = excluded.excused, requested = excluded.requested
            """;

    private static final String REPEAT = """
            insert into posture_point (cluster_id, counted_at, control, policy_version, snapshot_at, passing, failing,
                not_assessed, not_applicable, platform_passing, platform_failing, injected_passing, injected_failing, excused, requested)
            select cluster_id, :at, control, policy_version, :at, passing, failing, not_assessed, not_applicable,
                platform_passing, platform_failing, injected_passing, injected_failing, excused, requested
            from posture_point
            where cluster_id = :cluster and control = any(:controls)
              and counted_at = (select max(counted_at) from posture_point
                                where cluster_id = :cluster and control = :first)
            """;

    private static final String[] CONTROLS =
            Arrays.stream(Control.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;

    PointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClusterId cluster, OffsetDateTime at, int policyVersion) {
        jdbc.sql(INSERT)
                .param("cluster", cluster.value())
                .param("at", at)
                .param("policy", policyVersion)
                .param("controls", CONTROLS)
                .update();
    }

    void repeat(ClusterId cluster, OffsetDateTime at) {
        jdbc.sql(REPEAT)
                .param("cluster", cluster.value())
                .param("at", at)
                .param("controls", CONTROLS)
                .param("first", CONTROLS[0])
                .update();
    }

    Optional<Instant> newest(ClusterId cluster) {
        return jdbc.sql("""
                        select counted_at from posture_point where cluster_id = :cluster and control = :first
                        order by counted_at desc limit 1
                        """)
                .param("cluster", cluster.value())
                .param("first", CONTROLS[0])
                .query((row, _) ->
                        row.getObject("counted_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<Integer> newestPolicy(ClusterId cluster) {
        return jdbc.sql("""
                        select policy_version from posture_point where cluster_id = :cluster and control = :first
                        order by counted_at desc limit 1
                        """)
                .param("cluster", cluster.value())
                .param("first", CONTROLS[0])
                .query((row, _) -> row.getInt("policy_version"))
                .optional();
    }
}
