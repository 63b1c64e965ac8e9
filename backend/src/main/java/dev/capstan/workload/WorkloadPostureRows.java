package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves how each of a cluster's workloads stands to what its staged units and its open findings say. */
final class WorkloadPostureRows {

    private static final List<String> OF_EACH_CONTROL =
            List.of("passing", "failing", "unknown", "risk", "since", "excused", "requested");

    private static final String COLUMNS = Stream.concat(
                    Stream.of(
                            "namespace",
                            "kind",
                            "name",
                            "owner",
                            "platform",
                            "injected",
                            "containers",
                            "asked_for",
                            "asked_containers"),
                    Arrays.stream(Control.values())
                            .flatMap(control -> OF_EACH_CONTROL.stream().map(of -> column(control, of))))
            .collect(Collectors.joining(", "));

    // What AKS runs in a workload has a row of its own.
    private static final String STAGE = """
            insert into posture_staging (cluster_id, workload_id, seen_from, seen_until, %s)
            with unit as materialized (
                select u.*, u.class = 'PLATFORM' as platform from unit_staging u where u.cluster_id = :cluster
            ),
            asked as (
                select workload_id, platform, array_agg(asked order by asked collate "C") as asked_for,
                    array_agg(containers order by asked collate "C") as asked_containers
                from (
                    select workload_id, platform, asked, cast(count(*) as integer) as containers
                    from unit cross join unnest(asked_for) asked
                    where control = :first group by workload_id, platform, asked
                ) a
                group by workload_id, platform
            ),
            since as (
                select f.workload_id, f.platform,
                    %s
                from finding f where f.cluster_id = :cluster and f.seen_until = 'infinity'
                group by f.workload_id, f.platform
            ),
            counted as (
                select u.workload_id, u.platform, bool_or(u.class = 'INJECTED') as injected,
                    count(*) filter (where u.control = :first) as containers,
                    %s
                from unit u group by u.workload_id, u.platform
            )
            select w.cluster_id, w.id, cast(:at as timestamptz), 'infinity', w.namespace, w.kind, w.name, w.owner,
                n.platform, n.injected, n.containers, coalesce(a.asked_for, '{}'), coalesce(a.asked_containers, '{}'),
                %s
            from counted n
            join workload w on w.cluster_id = :cluster and w.id = n.workload_id
            left join since s on s.workload_id = n.workload_id and s.platform = n.platform
            left join asked a on a.workload_id = n.workload_id and a.platform = n.platform
            """.formatted(COLUMNS, each("""
                    min(f.opened_at) filter (where f.control = '%1$s' and not f.excused) as %2$s_since"""), each("""
                    count(*) filter (where u.control = '%1$s' and u.outcome = 'PASS') as %2$s_passing,
                    count(*) filter (where u.control = '%1$s' and u.outcome = 'FAIL' and not u.excused) as %2$s_failing,
                    count(*) filter (where u.control = '%1$s' and u.outcome = 'NOT_ASSESSED') as %2$s_unknown,
                    max(u.risk) filter (where u.control = '%1$s' and not u.excused) as %2$s_risk,
                    count(*) filter (where u.control = '%1$s' and u.excused) as %2$s_excused,
                    count(*) filter (where u.control = '%1$s' and u.requested) as %2$s_requested"""), each("""
                    n.%2$s_passing, n.%2$s_failing, n.%2$s_unknown, n.%2$s_risk, s.%2$s_since,
                    n.%2$s_excused, n.%2$s_requested"""));

    private static final String SAME_SAID = "(%s) is not distinct from (%s)"
            .formatted(COLUMNS.replaceAll("(\\w+)", "p.$1"), COLUMNS.replaceAll("(\\w+)", "s.$1"));

    private static final String STILL_SO =
            "exists (select from posture_staging s where s.cluster_id = p.cluster_id and s.workload_id = p.workload_id and "
                    + SAME_SAID + ")";

    private static final String FORGET = """
            delete from workload_posture p
            where p.cluster_id = :cluster and p.seen_until = 'infinity' and p.seen_from >= :at and not
            """ + STILL_SO;

    private static final String END = """
            update workload_posture p set seen_until = :at
            where p.cluster_id = :cluster and p.seen_until = 'infinity' and not
            """ + STILL_SO;

    private static final String BEGIN = """
            insert into workload_posture (cluster_id, workload_id, seen_from, seen_until, %1$s)
            select cluster_id, workload_id, seen_from, seen_until, %1$s from posture_staging s
            where s.cluster_id = :cluster
              and not exists (
                select from workload_posture p where p.cluster_id = s.cluster_id and p.workload_id = s.workload_id
                  and p.platform = s.platform and p.seen_until = 'infinity')
            """.formatted(COLUMNS);

    private final JdbcClient jdbc;

    WorkloadPostureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void move(ClusterId cluster, OffsetDateTime at) {
        clear(cluster);
        jdbc.sql(STAGE)
                .param("cluster", cluster.value())
                .param("at", at)
                .param("first", Control.values()[0].name())
                .update();
        for (String sql : List.of(FORGET, END, BEGIN)) {
            jdbc.sql(sql).param("cluster", cluster.value()).param("at", at).update();
        }
        clear(cluster);
    }

    /** Whether anything was ever said of the cluster. */
    boolean exist(ClusterId cluster) {
        return jdbc.sql("select exists (select from workload_posture where cluster_id = :cluster)")
                .param("cluster", cluster.value())
                .query(Boolean.class)
                .single();
    }

    /** Since when the newest of what holds does. */
    Optional<Instant> newest(ClusterId cluster) {
        return jdbc.sql("""
                        select max(seen_from) as newest from workload_posture
                        where cluster_id = :cluster and seen_until = 'infinity'
                        """)
                .param("cluster", cluster.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("newest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Whether everything that runs is spoken of; not so where an older version of Capstan recorded it. */
    boolean areComplete(ClusterId cluster) {
        return jdbc.sql("""
                        select not exists (
                            select from current_container k where k.cluster_id = :cluster and not exists (
                                select from workload_posture p where p.cluster_id = k.cluster_id
                                  and p.workload_id = k.workload_id and p.seen_until = 'infinity'))
                        """)
                .param("cluster", cluster.value())
                .query(Boolean.class)
                .single();
    }

    /** The name of a control's column. */
    private static String column(Control control, String of) {
        return control.name().toLowerCase(Locale.ROOT) + "_" + of;
    }

    private static String each(String sql) {
        return Arrays.stream(Control.values())
                .map(control -> sql.formatted(control.name(), control.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(",\n"));
    }

    private void clear(ClusterId cluster) {
        jdbc.sql("delete from posture_staging where cluster_id = :cluster")
                .param("cluster", cluster.value())
                .update();
    }
}
