-- Why: a fleet of a million containers has some thousand images and namespaces. Their names are kept apart, one row for
-- each cluster that runs them now, so that a search never reads the containers. A snapshot moves its cluster's rows.
create table running_name (
    cluster_id bigint  not null references cluster,
    kind       text    not null check (kind in ('NAMESPACE', 'IMAGE')),
    name       text    not null,
    workloads  integer not null check (workloads > 0),
    primary key (cluster_id, kind, name)
);

insert into running_name (cluster_id, kind, name, workloads)
select cluster_id, 'IMAGE', image, count(distinct workload_id)
from workload_container where seen_until is null
group by cluster_id, image
union all
select w.cluster_id, 'NAMESPACE', w.namespace, count(*)
from workload w
where exists (select from workload_container c
              where c.cluster_id = w.cluster_id and c.workload_id = w.id and c.seen_until is null)
group by w.cluster_id, w.namespace;

create index running_namespace_part on running_name using gin (lower(name) gin_trgm_ops) where kind = 'NAMESPACE';
create index running_image_part on running_name using gin (lower(name) gin_trgm_ops) where kind = 'IMAGE';
create index running_name_start on running_name (kind, lower(name) collate "C");
