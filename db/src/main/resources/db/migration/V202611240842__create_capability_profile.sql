-- Why: a few thousand distinct settings judge millions of containers, so settings are content-addressed
-- and a verdict hangs on the settings and on the version of the policy that judged them.
create table policy_version (
    version              integer primary key check (version > 0),
    allowed_capabilities text[]      not null,
    created_at           timestamptz not null
);

create table capability_profile (
    id                         bigint generated always as identity primary key,
    -- SHA-256 over the canonical form of the settings below.
    fingerprint                bytea    not null unique check (length(fingerprint) = 32),
    windows                    boolean  not null,
    privileged                 boolean  not null,
    added                      text[]   not null,
    dropped                    text[]   not null,
    run_as_user                bigint,
    run_as_non_root            boolean,
    allow_privilege_escalation boolean,
    host_users                 boolean
);

create table judgement (
    profile_id             bigint  not null references capability_profile,
    policy_version         integer not null references policy_version,
    effective              text[]  not null,
    -- What counts in lists and charts: the capabilities asked for, by name; ALL for all or for privileged.
    asked_for              text[]  not null,
    declared_not_effective boolean not null,
    risk                   text check (risk in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    warnings               text[]  not null,
    primary key (policy_version, profile_id)
);

create table verdict (
    profile_id     bigint  not null,
    policy_version integer not null,
    control        text    not null check (control in ('ADDED', 'ASSIGNED')),
    outcome        text    not null check (outcome in ('PASS', 'FAIL', 'NOT_ASSESSED', 'NOT_APPLICABLE')),
    reasons        text[]  not null,
    primary key (policy_version, control, profile_id),
    foreign key (policy_version, profile_id) references judgement (policy_version, profile_id)
);
