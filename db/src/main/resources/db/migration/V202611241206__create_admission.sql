-- Why: what admission stopped in each namespace, kept as ranges like what ran, so that a scan which finds nothing new
-- writes one small row and every instant can be read again. Namespaces of a cluster are mostly alike: what is said of
-- them is kept once, by its content, and shared by all clusters.
create table admission_profile (
    id          bigint generated always as identity primary key,
    fingerprint bytea not null unique check (length(fingerprint) = 32),
    verdict     text  not null check (verdict in ('MET', 'MET_FAILS_OPEN', 'NOT_MET', 'UNKNOWN')),
    strength    text check (strength in ('NONE', 'AUDIT_ONLY', 'PARTIAL', 'DEFAULT_SET', 'BASELINE', 'RESTRICTED',
        'BLOCKS_ALL_ADDS')),
    -- Only an unknown verdict has a reason instead of a strength.
    because     text,
    protections jsonb not null check (jsonb_typeof(protections) = 'array'),
    warnings    jsonb not null check (jsonb_typeof(warnings) = 'array'),
    check ((verdict = 'UNKNOWN') = (strength is null)),
    check ((verdict = 'UNKNOWN') = (because is not null))
);

create table namespace_admission (
    cluster_id bigint      not null references cluster,
    namespace  text        not null,
    platform   boolean     not null,
    profile_id bigint      not null references admission_profile,
    -- Said by every reading of [seen_from, seen_until); open while the last reading still says it.
    seen_from  timestamptz not null,
    seen_until timestamptz check (seen_until > seen_from),
    primary key (cluster_id, namespace, seen_from)
);

create unique index namespace_admission_current on namespace_admission (cluster_id, namespace) where seen_until is null;

create table cluster_admission (
    cluster_id bigint      not null references cluster,
    verdict    text        not null check (verdict in ('MET', 'MET_FAILS_OPEN', 'NOT_MET', 'UNKNOWN')),
    strength   text check (strength in ('NONE', 'AUDIT_ONLY', 'PARTIAL', 'DEFAULT_SET', 'BASELINE', 'RESTRICTED',
        'BLOCKS_ALL_ADDS')),
    because    text,
    warnings   text[]      not null,
    seen_from  timestamptz not null,
    seen_until timestamptz check (seen_until > seen_from),
    primary key (cluster_id, seen_from),
    check ((verdict = 'UNKNOWN') = (strength is null)),
    check ((verdict = 'UNKNOWN') = (because is not null))
);

create unique index cluster_admission_current on cluster_admission (cluster_id) where seen_until is null;

-- Every reading that was recorded, so that what is shown says how old it is.
create table admission_reading (
    cluster_id bigint      not null references cluster,
    taken_at   timestamptz not null,
    primary key (cluster_id, taken_at)
);
