-- Why: what a list was narrowed to for a purpose is kept under a name, for oneself or for all.
create table saved_view (
    id         bigint generated always as identity primary key,
    owner      text        not null references person on delete cascade,
    name       text        not null check (name <> '' and length(name) <= 80),
    -- The list's path; only lists that the program knows are opened.
    screen     text        not null check (screen ~ '^[a-z][a-z-]{0,49}$'),
    -- What follows the question mark: never an address.
    query      text        not null check (length(query) <= 2000),
    shared     boolean     not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

-- Names that differ in case alone would be taken for each other.
create unique index saved_view_name on saved_view (owner, lower(name));
create index saved_view_shared on saved_view (screen) where shared;
