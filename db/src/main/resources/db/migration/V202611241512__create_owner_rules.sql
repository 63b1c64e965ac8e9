-- Why: which label, annotation or tag tells an owner is the organisation's to say. Each list of rules is a version of its
-- own that nothing changes, with who made it, when and why; without any, the program's own list holds.
create table owner_rules (
    version    integer primary key check (version > 0),
    rules      jsonb       not null check (jsonb_typeof(rules) = 'array'),
    created_at timestamptz not null,
    made_by    text        not null,
    note       text        not null
);
