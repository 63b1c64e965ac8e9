-- Why: lists, scores and maps ask how every workload stands, now and on any day. What was concluded is kept as spans, one
-- row for as long as nothing about it changes, so that no read has to judge and fold millions of containers again. What
-- holds now has a part of its own, which stays small however long the history beside it has grown.
create table workload_posture (
    cluster_id       bigint      not null,
    workload_id      bigint      not null,
    -- Concluded at seen_from, and so until seen_until; 'infinity' while it still is.
    seen_from        timestamptz not null,
    seen_until       timestamptz not null default 'infinity' check (seen_until > seen_from),
    namespace        text        not null,
    kind             text        not null,
    name             text        not null,
    owner            text,
    -- Whether the row speaks of what AKS runs in it, which is counted apart, or of what others do. Few workloads have both.
    platform         boolean     not null,
    -- A webhook put one of its containers there.
    injected         boolean     not null,
    containers       integer     not null,
    -- What is asked for, each once and in order, and by how many containers.
    asked_for        text[]      not null,
    asked_containers integer[]   not null,
    -- Under each control: counts, the worst risk of what fails from 1 (low) to 4 (critical), and since when any fails.
    added_passing       integer not null, added_failing       integer not null, added_unknown       integer not null,
    added_risk          smallint,         added_since         timestamptz,
    assigned_passing    integer not null, assigned_failing    integer not null, assigned_unknown    integer not null,
    assigned_risk       smallint,         assigned_since      timestamptz,
    net_raw_passing     integer not null, net_raw_failing     integer not null, net_raw_unknown     integer not null,
    net_raw_risk        smallint,         net_raw_since       timestamptz,
    privileged_passing  integer not null, privileged_failing  integer not null, privileged_unknown  integer not null,
    privileged_risk     smallint,         privileged_since    timestamptz,
    primary key (cluster_id, workload_id, platform, seen_from, seen_until),
    foreign key (cluster_id, workload_id) references workload (cluster_id, id)
) partition by range (seen_until);

create table workload_posture_now partition of workload_posture for values from ('infinity') to (maxvalue);
create table workload_posture_past partition of workload_posture for values from (minvalue) to ('infinity');

create unlogged table posture_staging (like workload_posture_now);
alter table posture_staging add primary key (cluster_id, workload_id, platform);
