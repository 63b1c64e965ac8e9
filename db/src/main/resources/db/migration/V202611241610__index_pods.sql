-- Why: which workloads have most pods, or fewest, is a question to half a million of them; joined and sorted they take
-- half a second, read in this order a page takes none. The planner does not turn a mixed order round, so there are two.

create index workload_pods on workload (pods desc nulls last, namespace, name, kind, cluster_id, id);
create index workload_pods_fewest on workload (pods, namespace, name, kind, cluster_id, id);
