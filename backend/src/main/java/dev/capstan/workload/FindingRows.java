package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves a cluster's findings to what its staged units say. A finding is put right only by a pass, and gone only when a
 * newer snapshot has no such container: what cannot be judged any more resolves nothing.
 */
final class FindingRows {

    private static final String SAME = """
            u.cluster_id = f.cluster_id and u.workload_id = f.workload_id and u.control = f.control
                and u.kind = f.kind and u.name = f.name""";

    private static final String STILL_SO = """
            u.outcome = 'FAIL' and (u.class = 'PLATFORM') = f.platform and u.risk is not distinct from f.risk
                and u.asked_for = f.asked_for and u.excused = f.excused""";

    // How a finding ends of which a unit says something else now, or nothing.
    private static final String ENDED = """
            case
                    when u.outcome = 'FAIL' then case when :policy then 'POLICY' else 'CHANGED' end
                    when :policy then 'POLICY'
                    when u.outcome = 'PASS' then 'FIXED'
                    when u.outcome = 'NOT_ASSESSED' then 'UNKNOWN'
                    else 'GONE'
                end""";

    // Concluded at the same instant, and already otherwise: it held for no time at all. What it continued ended as is
    // known now, unless something else continues it.
    private static final String FORGET = """
            with forgotten as (
                delete from finding f
                where f.cluster_id = :cluster and f.seen_until = 'infinity' and f.seen_from >= :at
                  and not exists (select from unit_staging u where %1$s and %2$s)
                returning f.cluster_id, f.workload_id, f.control, f.kind, f.name
            )
            update finding p set ended = %3$s
            from forgotten f
            left join unit_staging u on %1$s
            where p.cluster_id = f.cluster_id and p.workload_id = f.workload_id and p.control = f.control
              and p.kind = f.kind and p.name = f.name and p.seen_until = :at and p.ended in ('CHANGED', 'POLICY')
              and u.outcome is distinct from 'FAIL'
            """.formatted(SAME, STILL_SO, ENDED);

    private static final String END = """
            update finding f
            set seen_until = :at,
                ended = o.ended
            from (
                select f.workload_id, f.control, f.kind, f.name, %3$s as ended
                from finding f
                left join unit_staging u on %1$s
                where f.cluster_id = :cluster and f.seen_until = 'infinity' and (%2$s) is not true
            ) o
            where f.cluster_id = :cluster and f.seen_until = 'infinity' and f.workload_id = o.workload_id
              and f.control = o.control and f.kind = o.kind and f.name = o.name
            """.formatted(SAME, STILL_SO, ENDED);

    private static final String BEGIN = """
            insert into finding (cluster_id, workload_id, control, kind, name, seen_from, opened_at, platform, risk,
                asked_for, excused, began)
            select u.cluster_id, u.workload_id, u.control, u.kind, u.name, cast(:at as timestamptz),
                case when before.continues then before.opened_at
                     when :older then least(u.failing_since, cast(:at as timestamptz))
                     else cast(:at as timestamptz) end,
                u.class = 'PLATFORM', u.risk, u.asked_for, u.excused,
                case when :policy then 'POLICY'
                     when before.continues then 'CHANGED'
                     when before.opened_at is not null then 'REOPENED'
                     else 'NEW' end
            from unit_staging u
            left join lateral (
                select f.opened_at,
                    f.ended = 'UNKNOWN' or (f.seen_until = :at and f.ended in ('CHANGED', 'POLICY')) as continues
                from finding f
                where %1$s and f.seen_until < 'infinity'
                order by f.seen_from desc limit 1
            ) before on true
            where u.cluster_id = :cluster and u.outcome = 'FAIL'
              and not exists (select from finding f where %1$s and f.seen_until = 'infinity')
            """.formatted(SAME);

    private final JdbcClient jdbc;

    FindingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void move(ClusterId cluster, OffsetDateTime at, Conclusions.Cause cause) {
        run(FORGET, cluster, at, cause);
        run(END, cluster, at, cause);
        run(BEGIN, cluster, at, cause);
    }

    private void run(String sql, ClusterId cluster, OffsetDateTime at, Conclusions.Cause cause) {
        jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("at", at)
                .param("policy", cause == Conclusions.Cause.POLICY)
                .param("older", cause == Conclusions.Cause.OLDER_RECORDS)
                .update();
    }
}
