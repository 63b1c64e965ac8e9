-- Why: owners are found and counted by what they run themselves, apart from what AKS runs. With that in the index, stepping
-- from one owner to the next and counting what each owns still reads nothing but the index.
drop index workload_posture_owner;
create index workload_posture_owner on workload_posture_now (owner, cluster_id) include (platform) where owner is not null;
