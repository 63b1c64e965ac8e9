-- Why: a cluster or a namespace may need other criteria than the fleet; the first override that matches holds.
create table policy_override (
    policy_version     integer not null references policy_version,
    position           integer not null check (position > 0),
    -- Names in which * stands for any characters.
    cluster_pattern    text    not null,
    namespace_pattern  text    not null,
    criteria_id        integer not null references criteria,
    primary key (policy_version, position)
);
