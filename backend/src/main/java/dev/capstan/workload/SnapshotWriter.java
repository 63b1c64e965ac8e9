package dev.capstan.workload;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves a cluster's ranges to a new snapshot, inside the caller's transaction. The snapshot is copied beside the
 * ranges first, then compared with them by the database: one pass over the cluster's containers, whatever changed.
 */
@Component
class SnapshotWriter {

    private final JdbcClient jdbc;
    private final Staging staging;

    SnapshotWriter(JdbcClient jdbc, Staging staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    Recorded write(
            ClusterId cluster, ClusterSnapshot snapshot, Map<ContainerSettings, Long> profiles, int policyVersion) {
        Instant takenAt = snapshot.takenAt();
        lock(cluster);
        Optional<Instant> newest = newest(cluster);
        if (newest.filter(known -> !known.isBefore(takenAt)).isPresent()) {
            return new Recorded.Outdated(newest.get());
        }
        staging.fill(cluster, snapshot.containers(), profiles);
        run(INSERT_WORKLOADS, cluster, takenAt);
        run(UPDATE_PODS, cluster, takenAt);
        int closed = run(CLOSE_RANGES, cluster, takenAt);
        int opened = run(OPEN_RANGES, cluster, takenAt);
        insertSnapshot(cluster, snapshot, policyVersion);
        insertPoints(cluster, takenAt, policyVersion);
        staging.clear(cluster);
        return new Recorded.Written(opened, closed);
    }

    // Two snapshots of one cluster are written one after the other, in whichever process they were read.
    private void lock(ClusterId cluster) {
        jdbc.sql("select id from cluster where id = :cluster for no key update")
                .param("cluster", cluster.value())
                .query(Long.class)
                .single();
    }

    private Optional<Instant> newest(ClusterId cluster) {
        return jdbc.sql("select taken_at from snapshot where cluster_id = :cluster order by taken_at desc limit 1")
                .param("cluster", cluster.value())
                .query((row, _) ->
                        row.getObject("taken_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private int run(String sql, ClusterId cluster, Instant takenAt) {
        return jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String INSERT_WORKLOADS = """
            insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods)
            select distinct s.cluster_id, s.namespace, s.owner_kind, s.owner_name, cast(:taken as timestamptz), 0
            from snapshot_staging s
            where s.cluster_id = :cluster
              and not exists (select from workload w where w.cluster_id = s.cluster_id and w.namespace = s.namespace
                and w.kind = s.owner_kind and w.name = s.owner_name)
            """;

    // A pod has each of its containers once, so the container found in most pods tells how many pods there are.
    private static final String UPDATE_PODS = """
            update workload w set pods = coalesce(n.pods, 0)
            from workload k
            left join (
                select namespace, owner_kind, owner_name, max(pods) as pods
                from (select namespace, owner_kind, owner_name, sum(pods) as pods from snapshot_staging
                      where cluster_id = :cluster group by namespace, owner_kind, owner_name, kind, name) c
                group by namespace, owner_kind, owner_name
            ) n on n.namespace = k.namespace and n.owner_kind = k.kind and n.owner_name = k.name
            where k.cluster_id = :cluster and w.cluster_id = k.cluster_id and w.id = k.id
              and w.pods <> coalesce(n.pods, 0)
            """;

    private static final String CLOSE_RANGES = """
            update workload_container c set seen_until = :taken
            from workload w
            where c.cluster_id = :cluster and c.seen_until is null
              and w.cluster_id = c.cluster_id and w.id = c.workload_id
              and not exists (
                select from snapshot_staging s
                where s.cluster_id = c.cluster_id and s.namespace = w.namespace and s.owner_kind = w.kind
                  and s.owner_name = w.name and s.kind = c.kind and s.name = c.name and s.image = c.image
                  and s.profile_id = c.profile_id)
            """;

    private static final String OPEN_RANGES = """
            insert into workload_container (cluster_id, workload_id, kind, name, image, profile_id, seen_from)
            select s.cluster_id, w.id, s.kind, s.name, s.image, s.profile_id, cast(:taken as timestamptz)
            from snapshot_staging s
            join workload w on w.cluster_id = s.cluster_id and w.namespace = s.namespace and w.kind = s.owner_kind
              and w.name = s.owner_name
            where s.cluster_id = :cluster
              and not exists (
                select from workload_container c
                where c.cluster_id = s.cluster_id and c.workload_id = w.id and c.kind = s.kind and c.name = s.name
                  and c.image = s.image and c.profile_id = s.profile_id and c.seen_until is null)
            """;

    private void insertSnapshot(ClusterId cluster, ClusterSnapshot snapshot, int policyVersion) {
        jdbc.sql("""
                        insert into snapshot (cluster_id, taken_at, policy_version, pods, workloads, containers, consistent)
                        select :cluster, :taken, :policy, :pods, count(distinct workload_id),
                            count(distinct (workload_id, kind, name)), :consistent
                        from workload_container where cluster_id = :cluster and seen_until is null
                        """)
                .param("cluster", cluster.value())
                .param("taken", snapshot.takenAt().atOffset(ZoneOffset.UTC))
                .param("policy", policyVersion)
                .param("pods", snapshot.pods())
                .param("consistent", snapshot.consistent())
                .update();
    }

    private void insertPoints(ClusterId cluster, Instant takenAt, int policyVersion) {
        jdbc.sql("""
                        insert into posture_point (cluster_id, taken_at, control, policy_version, passing, failing,
                            not_assessed, not_applicable)
                        select :cluster, :taken, c.control, :policy,
                            count(*) filter (where u.outcome = 'PASS'), count(*) filter (where u.outcome = 'FAIL'),
                            count(*) filter (where u.outcome = 'NOT_ASSESSED'),
                            count(*) filter (where u.outcome = 'NOT_APPLICABLE')
                        from (select distinct control from verdict where policy_version = :policy) c
                        left join (
                            select v.control, case
                                when bool_or(v.outcome = 'FAIL') then 'FAIL'
                                when bool_or(v.outcome = 'NOT_ASSESSED') then 'NOT_ASSESSED'
                                when bool_or(v.outcome = 'PASS') then 'PASS'
                                else 'NOT_APPLICABLE' end as outcome
                            from workload_container k
                            join verdict v on v.profile_id = k.profile_id and v.policy_version = :policy
                            where k.cluster_id = :cluster and k.seen_until is null
                            group by v.control, k.workload_id, k.kind, k.name
                        ) u on u.control = c.control
                        group by c.control
                        """)
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .param("policy", policyVersion)
                .update();
    }
}
