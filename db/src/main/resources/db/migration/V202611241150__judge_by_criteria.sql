-- Why: one policy can hold other criteria for some clusters and namespaces, so a verdict hangs on the settings and on the
-- criteria that judged them. A policy version says which criteria hold where, who made it and why.
drop view if exists current_unit, current_verdict, current_judgement, current_container;

create table criteria (
    id                   integer generated always as identity primary key,
    -- The version of the program's own rules; newer rules judge everything again.
    rules                integer not null check (rules > 0),
    reading              text    not null check (reading in ('STRICT', 'BEYOND_DEFAULT')),
    allowed_capabilities text[]  not null,
    -- Where the organisation rates a capability's risk otherwise: capability to risk.
    risks                jsonb   not null default '{}',
    unique (rules, reading, allowed_capabilities, risks)
);

insert into criteria (rules, reading, allowed_capabilities)
select distinct 1, 'STRICT', allowed_capabilities from policy_version;

alter table policy_version
    add column criteria_id integer references criteria,
    add column made_by     text not null default 'capstan',
    add column note        text not null default '';

update policy_version p set criteria_id = c.id
from criteria c where c.allowed_capabilities = p.allowed_capabilities;

alter table policy_version
    alter column criteria_id set not null,
    alter column made_by drop default,
    alter column note drop default,
    drop column allowed_capabilities;

alter table judgement rename to judgement_by_version;
alter table verdict rename to verdict_by_version;

create table judgement (
    profile_id             bigint  not null references capability_profile,
    criteria_id            integer not null references criteria,
    effective              text[]  not null,
    -- What counts in lists and charts: the capabilities asked for, by name; ALL for all or for privileged.
    asked_for              text[]  not null,
    declared_not_effective boolean not null,
    risk                   text check (risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    warnings               text[]  not null,
    primary key (criteria_id, profile_id)
);

create table verdict (
    profile_id  bigint  not null,
    criteria_id integer not null,
    control     text    not null check (control in ('ADDED', 'ASSIGNED', 'NET_RAW', 'PRIVILEGED')),
    outcome     text    not null check (outcome in ('PASS', 'FAIL', 'NOT_ASSESSED', 'NOT_APPLICABLE')),
    reasons     text[]  not null,
    primary key (criteria_id, control, profile_id),
    foreign key (criteria_id, profile_id) references judgement (criteria_id, profile_id)
);

insert into judgement
select distinct on (p.criteria_id, j.profile_id) j.profile_id, p.criteria_id, j.effective, j.asked_for,
    j.declared_not_effective, j.risk, j.warnings
from judgement_by_version j join policy_version p on p.version = j.policy_version;

insert into verdict
select distinct on (p.criteria_id, v.control, v.profile_id) v.profile_id, p.criteria_id, v.control, v.outcome, v.reasons
from verdict_by_version v join policy_version p on p.version = v.policy_version;

drop table verdict_by_version;
drop table judgement_by_version;

-- What judges the workload's containers now, so that nothing has to match names while it reads.
alter table workload add column criteria_id integer references criteria;
update workload set criteria_id = (select criteria_id from policy_version order by version desc limit 1);
alter table workload alter column criteria_id set not null;
alter table snapshot_staging add column criteria_id integer not null;
