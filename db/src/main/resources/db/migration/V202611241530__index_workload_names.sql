-- Why: people look for a workload by any part of its name, among hundreds of thousands. Trigrams find the part, the other
-- index what begins with it, in order.
create extension if not exists pg_trgm;

create index workload_name_part on workload using gin (lower(name) gin_trgm_ops);
create index workload_name_start on workload (lower(name) collate "C");
