-- Why: a workload that cannot do without a capability is excused by people who say why and until when. What is kept here
-- changes how a finding is read, never what was recorded.

create table exception_request (
    id                    bigint generated always as identity primary key,
    -- Goes up with every change of what is asked for; approvals are given to a version.
    version               integer     not null check (version > 0),
    title                 text        not null,
    -- By name without CAP_; ALL and privileged as such.
    capabilities          text[]      not null check (cardinality(capabilities) > 0),
    controls              text[]      not null,
    -- The scope: every kind of thing that is named must agree, by any of its names. An empty list narrows nothing.
    clusters              bigint[]    not null,
    tag_name              text,
    tag_value             text,
    namespaces            text[]      not null,
    kinds                 text[]      not null,
    workloads             text[]      not null,
    containers            text[]      not null,
    repositories          text[]      not null,
    justification         text        not null check (justification in
        ('VENDOR_REQUIREMENT', 'PLATFORM_COMPONENT', 'COMPENSATING_CONTROL', 'TEMPORARY', 'FALSE_POSITIVE')),
    reason                text        not null,
    compensating_controls text        not null,
    residual_risk         text        not null,
    ticket                text        not null,
    team                  text        not null,
    starts_at             timestamptz not null,
    -- Never without one.
    expires_at            timestamptz not null,
    on_new_image          text        not null check (on_new_image in ('IGNORE', 'TELL', 'REVIEW')),
    break_glass           boolean     not null,
    risk                  text        not null check (risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    requester             text        not null references person,
    last_editor           text        not null references person,
    -- What somebody decided last; whether it is in force follows from the clock and is not kept.
    state                 text        not null check (state in ('DRAFT', 'SUBMITTED', 'CHANGES_REQUESTED',
        'PENDING_SECOND', 'REJECTED', 'WITHDRAWN', 'APPROVED', 'REVOKED', 'CLOSED', 'SUPERSEDED')),
    approved_at           timestamptz,
    ended_at              timestamptz,
    renews                bigint      references exception_request,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    check ((tag_name is null) = (tag_value is null)),
    check ((approved_at is not null) = (state in ('APPROVED', 'REVOKED', 'CLOSED', 'SUPERSEDED'))),
    check ((ended_at is not null) = (state in ('REVOKED', 'CLOSED', 'SUPERSEDED'))),
    unique (id, requester)
);

create index exception_request_state on exception_request (state, changed_at);
create index exception_request_requester on exception_request (requester, changed_at);
create index exception_request_expiry on exception_request (expires_at) where approved_at is not null;

-- What each version asked for, to show what changed since somebody looked.
create table exception_version (
    exception_id bigint      not null references exception_request,
    version      integer     not null,
    content      jsonb       not null,
    editor       text        not null references person,
    edited_at    timestamptz not null,
    primary key (exception_id, version)
);

-- Nobody approves a request of their own, and nobody one version twice.
create table exception_approval (
    exception_id bigint      not null,
    version      integer     not null,
    requester    text        not null,
    approver     text        not null references person check (approver <> requester),
    approved_at  timestamptz not null,
    reason       text        not null check (reason <> ''),
    primary key (exception_id, version, approver),
    foreign key (exception_id, requester) references exception_request (id, requester),
    foreign key (exception_id, version) references exception_version (exception_id, version)
);
