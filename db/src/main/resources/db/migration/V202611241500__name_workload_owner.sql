-- Why: lists and scores are asked for by owner, so the workload says whose it is; null while nobody is known.
alter table workload add column if not exists owner text;
