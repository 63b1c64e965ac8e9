-- Why: one definition of "now": the containers of each cluster's last snapshot with the verdicts that hold for them.
-- Views are made anew, since columns of an old one cannot be taken away by replacing it.
drop view if exists current_count, current_unit, current_verdict, current_judgement, current_container;

create view current_container as
select c.cluster_id, c.workload_id, c.kind, c.name, c.image, c.profile_id, c.origin, c.seen_from
from workload_container c
where c.seen_until is null;

-- What the criteria conclude of each profile; the rank of the risk sorts, from 1 (low) to 4 (critical).
create view current_judgement as
select j.profile_id, j.criteria_id, j.asked_for,
       array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], j.risk) as risk_rank
from judgement j;

create view current_verdict as
select j.profile_id, j.criteria_id, v.control, v.outcome, j.asked_for, j.risk_rank
from current_judgement j
join verdict v on v.criteria_id = j.criteria_id and v.profile_id = j.profile_id;

-- A unit is a container of a workload; it has the worst outcome of its running variants. AKS runs it when AKS runs all of
-- them, and it is injected when any of them is.
create view current_unit as
select c.cluster_id, c.workload_id, c.kind, c.name, v.control,
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
       end as class
from current_container c
join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
join verdict v on v.profile_id = c.profile_id and v.criteria_id = w.criteria_id
group by c.cluster_id, c.workload_id, c.kind, c.name, v.control;

-- The counts of a cluster's units under each control, as scores are made of them.
create view current_count as
select u.cluster_id, u.control,
       count(*) filter (where u.class <> 'PLATFORM' and u.outcome = 'PASS')           as passing,
       count(*) filter (where u.class <> 'PLATFORM' and u.outcome = 'FAIL')           as failing,
       count(*) filter (where u.class <> 'PLATFORM' and u.outcome = 'NOT_ASSESSED')   as not_assessed,
       count(*) filter (where u.class <> 'PLATFORM' and u.outcome = 'NOT_APPLICABLE') as not_applicable,
       count(*) filter (where u.class = 'PLATFORM' and u.outcome = 'PASS')            as platform_passing,
       count(*) filter (where u.class = 'PLATFORM' and u.outcome = 'FAIL')            as platform_failing,
       count(*) filter (where u.class = 'INJECTED' and u.outcome = 'PASS')            as injected_passing,
       count(*) filter (where u.class = 'INJECTED' and u.outcome = 'FAIL')            as injected_failing
from current_unit u
group by u.cluster_id, u.control;
