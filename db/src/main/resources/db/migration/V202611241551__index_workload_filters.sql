-- Why: what a name holds and what is asked for leave few of many workloads; both are looked up, and counted by cluster.
create index workload_posture_name_part on workload_posture_now using gin (lower(name) gin_trgm_ops);
create index workload_posture_asked_for on workload_posture_now using gin (asked_for);
create index workload_posture_asking on workload_posture_now (cluster_id) include (asked_for, asked_containers)
    where asked_for <> '{}' and not platform;
