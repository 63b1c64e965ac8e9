-- Why: a part of a name is looked for in the past, too.
create index workload_posture_past_name_part on workload_posture_past using gin (lower(name) gin_trgm_ops);
