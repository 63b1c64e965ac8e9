package dev.capstan.posture;

/**
 * The difference between what fails at the beginning and at the end of a period, as SQL. It reads the spans of findings
 * that begin or end within the period, and those of clusters that went away in it; whatever else fails, fails at both.
 * Parameters: {@code control}, {@code from} and {@code asOf}, the end.
 */
final class NetChange {

    // A cluster that is gone by the end takes along what fails in it, though no snapshot says so.
    private static final String SPAN = """
            select f.cluster_id, f.workload_id, f.kind, f.name, f.seen_from, f.opened_at, f.platform or f.excused as outside,
                    f.excused, f.risk, f.asked_for,
                    f.began, (%s) and not c.gone as stands,
                    case when c.gone and f.seen_until > c.gone_at then 'GONE' else f.ended end as ended,
                    case when c.gone and f.seen_until > c.gone_at then c.gone_at else f.seen_until end as ends
                from %s f join place c on c.id = f.cluster_id
                where f.control = :control and %s""";

    private static final String NET = """
            with place as materialized (
                select c.id, c.name, c.gone_at, c.gone_at is not null and c.gone_at <= :asOf as gone
                from cluster c
                where (c.gone_at is null or c.gone_at > :from) and %s
            ), span as (
                %s
                union all
                %s
                union all
                %s
            ), net as (
                select cluster_id, workload_id, kind, name,
                    bool_or(seen_from <= :from and not outside) as failed,
                    bool_or(stands and not outside) as fails,
                    bool_or(stands) as stands,
                    bool_or(stands and excused) as excused_after,
                    bool_or(seen_from <= :from and excused) as excused_before,
                    max(asked_for) filter (where seen_from <= :from and not outside) as asked_before,
                    max(asked_for) filter (where stands and not outside) as asked_after,
                    max(risk) filter (where seen_from <= :from and not outside) as risk_before,
                    max(risk) filter (where stands and not outside) as risk_after,
                    coalesce(max(opened_at) filter (where stands and not outside),
                        max(opened_at) filter (where seen_from <= :from and not outside)) as since,
                    bool_or(seen_from > :from and began = 'NEW') as first_ever,
                    bool_or(seen_from > :from and began = 'POLICY') as judged_again,
                    max(seen_from) filter (where seen_from > :from and began in ('NEW', 'REOPENED')) as opened,
                    max(seen_from) filter (where seen_from > :from and began = 'POLICY' and opened_at = seen_from)
                        as opened_by_policy,
                    max(seen_from) filter (where stands) as altered,
                    max(ends) filter (where not stands) as ended_at,
                    (array_agg(ended order by ends desc) filter (where not stands))[1] as ended
                from span
                group by cluster_id, workload_id, kind, name
            ), change as (
                select n.cluster_id, n.workload_id, n.kind as container_kind, n.name as container, n.since,
                    case when n.failed then n.asked_before end as asked_before,
                    case when n.fails then n.asked_after end as asked_after,
                    n.risk_before, n.risk_after, n.failed, n.fails,
                    case
                        when n.fails and not n.failed and n.excused_before then case when exists (
                            select from exception_cover e
                            where e.cluster_id = n.cluster_id and e.workload_id = n.workload_id and e.control = :control
                              and e.kind = n.kind and e.name = n.name and e.seen_from <= :asOf
                              and (e.seen_until > :asOf or e.seen_until = 'infinity'))
                            then 'EXCEEDED' else 'EXPIRED' end
                        when n.fails and not n.failed and n.opened_by_policy is not null
                            and (n.opened is null or n.opened_by_policy > n.opened) then 'POLICY'
                        when n.fails and not n.failed and (n.first_ever or not exists (
                            select from finding_past p
                            where p.cluster_id = n.cluster_id and p.workload_id = n.workload_id
                              and p.control = :control and p.kind = n.kind and p.name = n.name
                              and p.seen_from <= :from and not p.platform and not p.excused)) then 'NEW'
                        when n.fails and not n.failed then 'REOPENED'
                        when n.fails and n.judged_again and n.asked_before = n.asked_after then 'POLICY'
                        when n.fails then 'CHANGED'
                        when n.excused_after then 'EXCEPTED'
                        when n.stands or c.gone then 'GONE'
                        when n.ended = 'POLICY' then 'POLICY'
                        when n.ended = 'UNKNOWN' and not exists (
                            select from workload_container k
                            where k.cluster_id = n.cluster_id and k.workload_id = n.workload_id and k.kind = n.kind
                              and k.name = n.name
                              and (k.seen_from > n.ended_at and k.seen_from <= :asOf
                                or k.seen_until > n.ended_at and k.seen_until <= :asOf)) then 'UNKNOWN'
                        else (%s)
                    end as change,
                    case when n.fails and not n.failed then coalesce(greatest(n.opened, n.opened_by_policy), n.altered)
                         when n.fails then n.altered
                         when n.stands then n.altered
                         else n.ended_at end as at
                from net n join place c on c.id = n.cluster_id
                where (n.failed or n.fails)
                  and not (n.failed and n.fails and n.asked_before = n.asked_after
                      and n.risk_before is not distinct from n.risk_after)
            )
            """;

    // It does not fail at the end of the period, so whoever would fail by today's criteria passed by those of that day.
    // Not so what could not be judged: as long as nothing else has run since, a newer policy does not make it good.
    private static final String INSTEAD = """
            select case
                                when coalesce(bool_and(k.origin not in ('CUSTOMER', 'INJECTED')), true) then 'GONE'
                                when bool_or(v.outcome = 'NOT_ASSESSED') then 'UNKNOWN'
                                when bool_or(v.outcome in ('PASS', 'FAIL')) then 'FIXED'
                                else 'GONE' end
                            from workload_container k
                            join workload w on w.cluster_id = k.cluster_id and w.id = k.workload_id
                            join verdict v on v.profile_id = k.profile_id and v.criteria_id = w.criteria_id
                              and v.control = :control
                            where k.cluster_id = n.cluster_id and k.workload_id = n.workload_id and k.kind = n.kind
                              and k.name = n.name and %s""";

    private NetChange() {}

    /**
     * The common table expressions {@code place}, with the clusters' names, and {@code change}.
     *
     * @param clusters the condition on the clusters, by the alias c
     */
    static String sql(AsOf to, String clusters) {
        String holds = to.holds("f");
        return NET.formatted(
                clusters,
                SPAN.formatted(holds, "finding", "f.seen_from > :from and f.seen_from <= :asOf"),
                SPAN.formatted(
                        holds,
                        "finding_past",
                        "f.seen_until > :from and f.seen_until <= :asOf and f.seen_from <= :from"),
                SPAN.formatted(holds, "finding", "c.gone and f.seen_from <= :from and " + holds),
                INSTEAD.formatted(to.runs("k")));
    }
}
