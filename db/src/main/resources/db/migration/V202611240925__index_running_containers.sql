-- Why: lists of the whole fleet pass over every running container. Read from this index alone, in the order of
-- workloads, that pass costs the same however long the history beside it has grown.
create index workload_container_now
    on workload_container (cluster_id, workload_id, kind, name, profile_id) include (seen_from)
    where seen_until is null;
