-- Why: owners are few beside what they own. In this order a search steps from one owner to the next, and never reads what
-- each of them owns.
create index workload_posture_owner on workload_posture_now (owner, cluster_id) where owner is not null;
