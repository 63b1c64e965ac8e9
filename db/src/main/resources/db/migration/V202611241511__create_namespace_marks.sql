-- Why: where a workload says nothing of its owner, its namespace may. Namespaces as the newest reading that listed them had
-- them.
create table namespace_marks (
    cluster_id  bigint not null references cluster,
    namespace   text   not null,
    labels      jsonb  not null,
    annotations jsonb  not null,
    primary key (cluster_id, namespace)
);
