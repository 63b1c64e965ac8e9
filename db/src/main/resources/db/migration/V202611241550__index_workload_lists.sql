-- Why: a page of a list of half a million workloads is read in the list's order, from where it begins, and never by
-- sorting them all. Each index ends with what makes the order whole and with what most lists leave out, so that the rows
-- before the page are passed over without being looked at. Only what holds now is listed often enough to be worth it.
create index workload_posture_worst_added on workload_posture_now
    (added_risk desc nulls last, added_failing desc, namespace, name, kind, cluster_id, workload_id, platform);
create index workload_posture_worst_assigned on workload_posture_now
    (assigned_risk desc nulls last, assigned_failing desc, namespace, name, kind, cluster_id, workload_id, platform);
create index workload_posture_worst_net_raw on workload_posture_now
    (net_raw_risk desc nulls last, net_raw_failing desc, namespace, name, kind, cluster_id, workload_id, platform);
create index workload_posture_worst_privileged on workload_posture_now
    (privileged_risk desc nulls last, privileged_failing desc, namespace, name, kind, cluster_id, workload_id, platform);
create index workload_posture_namespace on workload_posture_now
    (namespace, name, kind, cluster_id, workload_id, platform);
create index workload_posture_name on workload_posture_now
    (name, namespace, kind, cluster_id, workload_id, platform);
