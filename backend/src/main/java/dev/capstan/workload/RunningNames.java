package dev.capstan.workload;

/** Keeps the names of a cluster's namespaces and images, as they are searched for, in step with its last snapshot. */
final class RunningNames {

    /** Moves a cluster's names to the snapshot that is staged; what is as before is left alone. */
    static final String MOVE = """
            with now as (
                select kind, name, count(*) as workloads
                from (
                    select distinct 'IMAGE' as kind, image as name, namespace, owner_kind, owner_name
                    from snapshot_staging where cluster_id = :cluster
                    union all
                    select distinct 'NAMESPACE', namespace, namespace, owner_kind, owner_name
                    from snapshot_staging where cluster_id = :cluster
                ) found
                group by kind, name
            ), gone as (
                delete from running_name r
                where r.cluster_id = :cluster
                  and not exists (select from now n where n.kind = r.kind and n.name = r.name)
            )
            insert into running_name as r (cluster_id, kind, name, workloads)
            select :cluster, kind, name, workloads from now
            on conflict (cluster_id, kind, name) do update set workloads = excluded.workloads
            where r.workloads <> excluded.workloads
            """;

    private RunningNames() {}
}
