-- Why: from an image people go to the workloads that run it, and most images run in few of them.
create index workload_container_image on workload_container (image) where seen_until is null;
