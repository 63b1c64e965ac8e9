-- Why: what AKS runs by itself and what webhooks inject is told apart from what a cluster's users run. It is part of the
-- history like the settings: a label that comes or goes opens a new range.
alter table workload_container
    add column origin text not null default 'CUSTOMER' check (origin in
        ('CUSTOMER', 'INJECTED', 'PLATFORM', 'ASSUMED_UNLABELLED', 'ASSUMED_OTHER_IMAGE', 'ASSUMED_OTHER_NAMESPACE'));
alter table workload_container alter column origin drop default;

alter table workload_container drop constraint workload_container_pkey;
alter table workload_container
    add primary key (cluster_id, workload_id, kind, name, profile_id, image, origin, seen_from);

drop index workload_container_running;
create unique index workload_container_running
    on workload_container (cluster_id, workload_id, kind, name, profile_id, image, origin) where seen_until is null;

drop index workload_container_now;
create index workload_container_now
    on workload_container (cluster_id, workload_id, kind, name, profile_id) include (seen_from, origin)
    where seen_until is null;

alter table snapshot_staging add column origin text not null;
