-- Why: which exception covers what and since when, whether it covers anything at all, and whether a workload does more than
-- it says, is asked of every exception every day.

create table exception_cover (
    exception_id bigint      not null references exception_request,
    cluster_id   bigint      not null,
    workload_id  bigint      not null,
    control      text        not null,
    kind         text        not null,
    name         text        not null,
    seen_from    timestamptz not null,
    seen_until   timestamptz not null default 'infinity' check (seen_until > seen_from),
    -- What no exception grants; empty while the container is excepted.
    left_over    text[]      not null,
    primary key (cluster_id, workload_id, control, kind, name, exception_id, seen_from),
    foreign key (cluster_id, workload_id) references workload (cluster_id, id)
);

create index exception_cover_exception on exception_cover (exception_id, seen_until);
create index exception_cover_open on exception_cover (cluster_id) where seen_until = 'infinity';

-- The instants at which something is to be read otherwise: an exception begins or ends, or a request is made or decided.
-- A row goes once that is concluded, which whoever reads first after the instant sees to.
create table exception_due (
    due_at       timestamptz not null,
    exception_id bigint      not null references exception_request,
    primary key (due_at, exception_id)
);
