-- Why: one definition of "now": the containers of each cluster's last snapshot with the verdicts that hold for them.
-- Views are made anew, since columns of an old one cannot be taken away by replacing it.
drop view if exists current_count, current_unit, current_verdict, current_judgement, current_container;

create view current_container as
select c.cluster_id, c.workload_id, c.kind, c.name, c.image, c.profile_id, c.origin, c.seen_from
from workload_container c
where c.seen_until is null;

-- A unit is a container of a workload; it has the worst outcome of its running variants. AKS runs it when AKS runs all of
-- them, and it is injected when any of them is. What it asks for is what any of them asks for.
create view current_unit as
select u.cluster_id, u.workload_id, u.control, u.kind, u.name, u.outcome, u.class, u.risk,
       case
           when u.profiles = 1 then u.asked_for
           else array(
               select distinct asked collate "C"
               from current_container k
               join workload w on w.cluster_id = k.cluster_id and w.id = k.workload_id
               join judgement j on j.profile_id = k.profile_id and j.criteria_id = w.criteria_id
               cross join unnest(j.asked_for) asked
               where k.cluster_id = u.cluster_id and k.workload_id = u.workload_id and k.kind = u.kind
                 and k.name = u.name
               order by 1)
       end as asked_for,
       u.failing_since
from (
    select c.cluster_id, c.workload_id, c.kind, c.name, v.control,
           count(distinct c.profile_id) as profiles,
           case
               when bool_or(v.outcome = 'FAIL') then 'FAIL'
               when bool_or(v.outcome = 'NOT_ASSESSED') then 'NOT_ASSESSED'
               when bool_or(v.outcome = 'PASS') then 'PASS'
               else 'NOT_APPLICABLE'
           end as outcome,
           case
               when bool_and(c.origin not in ('CUSTOMER', 'INJECTED')) then 'PLATFORM'
               when bool_or(c.origin = 'INJECTED') then 'INJECTED'
               else 'CUSTOMER'
           end as class,
           -- From 1 (low) to 4 (critical).
           cast(max(array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], j.risk)) filter (where v.outcome = 'FAIL')
               as smallint) as risk,
           max(j.asked_for) as asked_for,
           min(c.seen_from) filter (where v.outcome = 'FAIL') as failing_since
    from current_container c
    join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
    join judgement j on j.profile_id = c.profile_id and j.criteria_id = w.criteria_id
    join verdict v on v.profile_id = c.profile_id and v.criteria_id = w.criteria_id
    group by c.cluster_id, c.workload_id, c.kind, c.name, v.control
) u;
