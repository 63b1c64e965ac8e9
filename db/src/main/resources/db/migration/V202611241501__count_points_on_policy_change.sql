-- Why: a changed policy is judged at once and counted at once, so a point says both when it was counted and of which
-- snapshot it speaks. Only the second tells how old its facts are.
alter table posture_point rename column taken_at to counted_at;
alter table posture_point add column snapshot_at timestamptz;
update posture_point set snapshot_at = counted_at;
alter table posture_point alter column snapshot_at set not null;
alter table posture_point drop constraint posture_point_cluster_id_taken_at_fkey;
alter table posture_point add foreign key (cluster_id, snapshot_at) references snapshot (cluster_id, taken_at);
