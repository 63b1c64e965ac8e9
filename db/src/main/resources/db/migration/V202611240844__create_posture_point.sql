-- Why: a trend is drawn from points stored once with the policy's version and never computed again.
-- A unit is a container of a workload under a control; it fails when any of its running variants fails.
create table posture_point (
    cluster_id     bigint      not null,
    taken_at       timestamptz not null,
    control        text        not null,
    policy_version integer     not null references policy_version,
    passing        integer     not null check (passing >= 0),
    failing        integer     not null check (failing >= 0),
    not_assessed   integer     not null check (not_assessed >= 0),
    not_applicable integer     not null check (not_applicable >= 0),
    primary key (cluster_id, control, taken_at),
    foreign key (cluster_id, taken_at) references snapshot (cluster_id, taken_at)
);
