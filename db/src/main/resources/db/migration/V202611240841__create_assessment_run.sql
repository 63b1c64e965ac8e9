-- Why: every attempt to read a cluster leaves a row, so that a cluster which cannot be read says so and why.
create table assessment_run (
    cluster_id  bigint      not null references cluster,
    id          uuid        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    -- ABANDONED: the process that ran it died; its successor says so.
    outcome     text        not null check (outcome in ('RUNNING', 'RECORDED', 'FAILED', 'STOPPED', 'ABANDONED')),
    failure     text,
    detail      text,
    pods        integer     not null default 0,
    containers  integer     not null default 0,
    opened      integer     not null default 0,
    closed      integer     not null default 0,
    primary key (cluster_id, id),
    check ((outcome = 'RUNNING') = (finished_at is null)),
    check ((outcome = 'FAILED') = (failure is not null))
);

create index assessment_run_latest on assessment_run (cluster_id, started_at desc);
