-- Why: one definition of "now": the containers of each cluster's last snapshot with the newest verdicts.
create or replace view current_container as
select c.cluster_id, c.workload_id, c.kind, c.name, c.image, c.profile_id, c.seen_from
from workload_container c
where c.seen_until is null;

-- A unit is a container of a workload; it has the worst outcome of its running variants.
create or replace view current_unit as
select c.cluster_id, c.workload_id, c.kind, c.name, v.control, v.policy_version,
       case
           when bool_or(v.outcome = 'FAIL') then 'FAIL'
           when bool_or(v.outcome = 'NOT_ASSESSED') then 'NOT_ASSESSED'
           when bool_or(v.outcome = 'PASS') then 'PASS'
           else 'NOT_APPLICABLE'
       end as outcome
from current_container c
join verdict v on v.profile_id = c.profile_id
where v.policy_version = (select max(version) from policy_version)
group by c.cluster_id, c.workload_id, c.kind, c.name, v.control, v.policy_version;
