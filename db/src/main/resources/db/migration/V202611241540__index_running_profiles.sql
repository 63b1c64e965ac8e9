-- Why: a container's page says where else in the fleet the same settings run. Half of the fleet can share one profile, so
-- the answer has to come from a few steps through an index in the order of clusters and workloads.
create index workload_container_profile_now
    on workload_container (profile_id, cluster_id, workload_id)
    where seen_until is null;
