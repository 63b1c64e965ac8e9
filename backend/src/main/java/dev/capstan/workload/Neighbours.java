package dev.capstan.workload;

import dev.capstan.collection.WorkloadRef;
import dev.capstan.fleet.ClusterId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Where else in the fleet the same settings run. */
@Service
public class Neighbours {

    /** So many are counted; beyond that, more is all there is to say. */
    static final int COUNTED = 10_000;

    /** So many are named. */
    private static final int NAMED = 6;

    private final JdbcClient jdbc;

    Neighbours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A workload that runs the settings as well. */
    public record Neighbour(ClusterId cluster, String clusterName, long workload, WorkloadRef ref) {}

    /**
     * Where settings run now.
     *
     * @param workloads in how many other workloads, {@code COUNTED} at the most
     * @param more whether there are more than that
     * @param clusters in how many clusters, that of the workload asked for among them
     * @param first the first of the others, in the order of clusters
     */
    public record Found(long workloads, boolean more, long clusters, List<Neighbour> first) {

        public Found {
            first = List.copyOf(first);
        }
    }

    /**
     * The neighbours of a workload.
     *
     * @param profile the key of the settings
     */
    @PreAuthorize("hasRole('VIEWER')")
    public Found of(long profile, ClusterId cluster, long workload) {
        long counted = jdbc.sql("""
                        select count(*) from (
                            select cluster_id, workload_id from workload_container
                            where profile_id = :profile and seen_until is null
                              and cluster_id not in (select id from cluster where gone_at is not null)
                            group by cluster_id, workload_id
                            having (cluster_id, workload_id) <> (:cluster, :workload)
                            order by cluster_id, workload_id limit :most
                        ) counted
                        """)
                .param("profile", profile)
                .param("cluster", cluster.value())
                .param("workload", workload)
                .param("most", COUNTED + 1)
                .query(Long.class)
                .single();
        return new Found(
                Math.min(counted, COUNTED), counted > COUNTED, clusters(profile), first(profile, cluster, workload));
    }

    // From cluster to cluster through the index, which never visits more than one entry of each.
    private long clusters(long profile) {
        return jdbc.sql("""
                        with recursive step (cluster_id) as (
                            (select cluster_id from workload_container
                             where profile_id = :profile and seen_until is null order by cluster_id limit 1)
                            union all
                            select (select c.cluster_id from workload_container c
                                    where c.profile_id = :profile and c.seen_until is null
                                      and c.cluster_id > step.cluster_id
                                    order by c.cluster_id limit 1)
                            from step where step.cluster_id is not null
                        )
                        select count(*) from step join cluster c on c.id = step.cluster_id and c.gone_at is null
                        """).param("profile", profile).query(Long.class).single();
    }

    private List<Neighbour> first(long profile, ClusterId cluster, long workload) {
        return jdbc.sql("""
                        select n.cluster_id, c.name as cluster_name, n.workload_id, w.namespace, w.kind, w.name
                        from (
                            select cluster_id, workload_id from workload_container
                            where profile_id = :profile and seen_until is null
                              and cluster_id not in (select id from cluster where gone_at is not null)
                            group by cluster_id, workload_id
                            having (cluster_id, workload_id) <> (:cluster, :workload)
                            order by cluster_id, workload_id limit :most
                        ) n
                        join workload w on w.cluster_id = n.cluster_id and w.id = n.workload_id
                        join cluster c on c.id = n.cluster_id
                        order by n.cluster_id, n.workload_id
                        """)
                .param("profile", profile)
                .param("cluster", cluster.value())
                .param("workload", workload)
                .param("most", NAMED)
                .query((row, _) -> new Neighbour(
                        new ClusterId(row.getLong("cluster_id")),
                        row.getString("cluster_name"),
                        row.getLong("workload_id"),
                        new WorkloadRef(row.getString("namespace"), row.getString("kind"), row.getString("name"))))
                .list();
    }
}
