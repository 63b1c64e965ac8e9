-- Why: programs read through the API as a person who lets them. Of what they show nothing is kept that could be shown again.
create table api_token (
    id           bigint generated always as identity primary key,
    -- Whoever goes takes their tokens along.
    person       text        not null references person on delete cascade,
    name         text        not null check (length(name) between 1 and 100),
    -- SHA-256 of the secret, which is as long as the hash: there is nothing to guess, so nothing to make slow.
    secret_hash  bytea       not null check (octet_length(secret_hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '8760 hours'),
    -- To the minute: reading must not write each time.
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_person on api_token (person);
