-- Why: people sign in with a name and a password of which only the hash is kept.
create table person (
    name          text primary key check (name = lower(name) and name <> ''),
    display_name  text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('VIEWER', 'OWNER', 'APPROVER', 'AUDITOR', 'ADMIN')),
    created_at    timestamptz not null
);
