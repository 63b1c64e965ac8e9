-- Why: one definition of "now": the containers of each cluster's last snapshot with the newest verdicts.
create or replace view current_container as
select c.cluster_id, c.workload_id, c.kind, c.name, c.image, c.profile_id, c.seen_from
from workload_container c
where c.seen_until is null;

-- What the newest policy concludes of each profile; the rank of the risk sorts, from 1 (low) to 4 (critical).
create or replace view current_judgement as
select j.profile_id, j.policy_version, j.asked_for,
       array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], j.risk) as risk_rank
from judgement j
where j.policy_version = (select max(version) from policy_version);

create or replace view current_verdict as
select j.profile_id, v.control, v.outcome, j.asked_for, j.risk_rank
from current_judgement j
join verdict v on v.policy_version = j.policy_version and v.profile_id = j.profile_id;

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
