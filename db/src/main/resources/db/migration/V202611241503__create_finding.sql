-- Why: a finding is a failing container under a control. Its spans say what is new, what was put right, what came back,
-- what it asks for more, and how long each took; nothing of that can be told from counts.
create table finding (
    cluster_id  bigint      not null,
    workload_id bigint      not null,
    control     text        not null,
    kind        text        not null,
    name        text        not null,
    seen_from   timestamptz not null,
    seen_until  timestamptz not null default 'infinity' check (seen_until > seen_from),
    -- Since when it fails without a break; a span that continues another one has the opening of the first.
    opened_at   timestamptz not null,
    -- AKS runs the container: outside the score.
    platform    boolean     not null,
    risk        smallint,
    asked_for   text[]      not null,
    -- CHANGED and POLICY continue a finding that went on in another form; POLICY also when the policy opened it.
    began       text        not null check (began in ('NEW', 'REOPENED', 'CHANGED', 'POLICY')),
    -- FIXED: it passes. GONE: a newer snapshot has no such container. UNKNOWN: it could not be judged any more.
    ended       text        check (ended in ('FIXED', 'GONE', 'CHANGED', 'POLICY', 'UNKNOWN')),
    check ((ended is null) = (seen_until = 'infinity')),
    primary key (cluster_id, workload_id, control, kind, name, seen_from, seen_until),
    foreign key (cluster_id, workload_id) references workload (cluster_id, id)
) partition by range (seen_until);

create table finding_now partition of finding for values from ('infinity') to (maxvalue);
create table finding_past partition of finding for values from (minvalue) to ('infinity');

-- By when they began and ended, to tell what a span of time brought.
create index finding_began on finding (control, seen_from);
create index finding_ended on finding_past (control, seen_until);

-- What the criteria say of a cluster's containers while conclusions are drawn; emptied by its own transaction.
create unlogged table unit_staging (
    cluster_id    bigint   not null,
    workload_id   bigint   not null,
    control       text     not null,
    kind          text     not null,
    name          text     not null,
    outcome       text     not null,
    class         text     not null,
    risk          smallint,
    asked_for     text[]   not null,
    failing_since timestamptz,
    primary key (cluster_id, workload_id, control, kind, name)
);
