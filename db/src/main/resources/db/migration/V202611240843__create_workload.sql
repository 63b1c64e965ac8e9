-- Why: what ran with which settings, kept as ranges, so that a scan which finds nothing new writes next to nothing
-- and every instant can be read again.
create table workload (
    cluster_id    bigint      not null references cluster,
    id            bigint generated always as identity,
    namespace     text        not null,
    kind          text        not null,
    name          text        not null,
    first_seen_at timestamptz not null,
    -- Of the last snapshot only: autoscaling must not write history.
    pods          integer     not null,
    primary key (cluster_id, id),
    unique (cluster_id, namespace, kind, name)
);

create table workload_container (
    cluster_id  bigint      not null,
    workload_id bigint      not null,
    kind        text        not null check (kind in ('INIT', 'SIDECAR', 'APP', 'EPHEMERAL')),
    name        text        not null,
    image       text        not null,
    profile_id  bigint      not null references capability_profile,
    -- Seen in every snapshot of [seen_from, seen_until); open while the last snapshot still has it.
    seen_from   timestamptz not null,
    seen_until  timestamptz check (seen_until > seen_from),
    primary key (cluster_id, workload_id, kind, name, profile_id, image, seen_from),
    foreign key (cluster_id, workload_id) references workload (cluster_id, id)
);

create unique index workload_container_running
    on workload_container (cluster_id, workload_id, kind, name, profile_id, image) where seen_until is null;

-- A snapshot is one complete reading; its row is written in the transaction that moves the ranges.
create table snapshot (
    cluster_id     bigint      not null references cluster,
    taken_at       timestamptz not null,
    policy_version integer     not null references policy_version,
    pods           integer     not null,
    workloads      integer     not null,
    containers     integer     not null,
    consistent     boolean     not null,
    primary key (cluster_id, taken_at)
);

-- Where COPY puts a snapshot before the ranges are moved; emptied by its own transaction.
create unlogged table snapshot_staging (
    cluster_id bigint  not null,
    namespace  text    not null,
    owner_kind text    not null,
    owner_name text    not null,
    kind       text    not null,
    name       text    not null,
    image      text    not null,
    profile_id bigint  not null,
    pods       integer not null
);

-- By what tells containers apart most, so that looking for each range's row stays a look at a few rows.
create index snapshot_staging_container on snapshot_staging (cluster_id, owner_name, namespace, name);
