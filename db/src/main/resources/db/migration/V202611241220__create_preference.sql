-- Why: what a person chose once, such as the benchmark to report against, holds at every machine they sign in at.
create table preference (
    person text not null references person on delete cascade,
    key    text not null check (key ~ '^[a-z][a-z0-9-]{0,49}$'),
    value  text not null check (length(value) <= 500),
    primary key (person, key)
);
