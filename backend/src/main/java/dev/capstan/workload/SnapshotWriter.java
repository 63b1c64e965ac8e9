package dev.capstan.workload;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ownership.Owners;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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
    private final PolicyLock policies;
    private final Owners owners;
    private final Conclusions conclusions;

    SnapshotWriter(JdbcClient jdbc, Staging staging, PolicyLock policies, Owners owners, Conclusions conclusions) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.policies = policies;
        this.owners = owners;
        this.conclusions = conclusions;
    }

    Recorded write(ClusterId cluster, ClusterSnapshot snapshot, Keys keys, int policyVersion) {
        Instant takenAt = snapshot.takenAt();
        if (policies.toRecord() != policyVersion) {
            return new Recorded.PolicyChanged();
        }
        lock(cluster);
        Optional<Instant> newest = newest(cluster);
        if (newest.filter(known -> !known.isBefore(takenAt)).isPresent()) {
            return new Recorded.Outdated(newest.get());
        }
        staging.fill(cluster, snapshot.containers(), keys);
        run(INSERT_WORKLOADS, cluster, takenAt);
        int judgedOtherwise = run(UPDATE_CRITERIA, cluster, takenAt);
        run(UPDATE_PODS, cluster, takenAt);
        int ownedOtherwise = owners.record(cluster, snapshot);
        int closed = run(CLOSE_RANGES, cluster, takenAt);
        int opened = run(OPEN_RANGES, cluster, takenAt);
        run(RunningNames.MOVE, cluster, takenAt);
        insertSnapshot(cluster, snapshot, policyVersion);
        staging.clear(cluster);
        if (opened + closed + judgedOtherwise + ownedOtherwise == 0
                && conclusions.hold(cluster, takenAt, policyVersion)) {
            conclusions.repeat(cluster, takenAt);
        } else {
            conclusions.draw(
                    cluster,
                    takenAt,
                    policyVersion,
                    conclusions.exist(cluster) ? Conclusions.Cause.SNAPSHOT : Conclusions.Cause.OLDER_RECORDS);
        }
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

    /** Clusters in which something runs of which nothing is concluded. */
    List<ClusterId> withoutConclusions() {
        return jdbc.sql("""
                        select c.id from cluster c
                        where c.gone_at is null
                          and exists (select from current_container k where k.cluster_id = c.id)
                          and not exists (
                            select from workload_posture p where p.cluster_id = c.id and p.seen_until = 'infinity')
                        order by c.id
                        """).query((row, _) -> new ClusterId(row.getLong("id"))).list();
    }

    /** Concludes from the cluster's last snapshot. */
    void conclude(ClusterId cluster) {
        int policyVersion = policies.toRecord();
        lock(cluster);
        newest(cluster).ifPresent(taken -> {
            conclusions.draw(cluster, taken, policyVersion, Conclusions.Cause.OLDER_RECORDS);
            touch(cluster);
        });
    }

    /** Concludes from the cluster's last snapshot what holds from the instant on, by the exceptions in force then. */
    void concludeAgain(ClusterId cluster, Instant at) {
        int policyVersion = policies.toRecord();
        lock(cluster);
        if (newest(cluster).isPresent()) {
            conclusions.draw(cluster, at, policyVersion, Conclusions.Cause.EXCEPTION);
        }
    }

    // Answers that were read before are remembered for as long as the points, the policy and the clusters are as they
    // were. None of that is otherwise by what is concluded of older records, so the cluster is written again.
    private void touch(ClusterId cluster) {
        jdbc.sql("update cluster set name = name where id = :cluster")
                .param("cluster", cluster.value())
                .update();
    }

    private int run(String sql, ClusterId cluster, Instant takenAt) {
        return jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String INSERT_WORKLOADS = """
            insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)
            select distinct s.cluster_id, s.namespace, s.owner_kind, s.owner_name, cast(:taken as timestamptz), 0,
                s.criteria_id
            from snapshot_staging s
            where s.cluster_id = :cluster
              and not exists (select from workload w where w.cluster_id = s.cluster_id and w.namespace = s.namespace
                and w.kind = s.owner_kind and w.name = s.owner_name)
            """;

    // A cluster that is renamed in Azure can fall under another override.
    private static final String UPDATE_CRITERIA = """
            update workload w set criteria_id = n.criteria_id
            from (select distinct namespace, criteria_id from snapshot_staging where cluster_id = :cluster) n
            where w.cluster_id = :cluster and w.namespace = n.namespace and w.criteria_id <> n.criteria_id
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
                  and s.profile_id = c.profile_id and s.origin = c.origin)
            """;

    private static final String OPEN_RANGES = """
            insert into workload_container (cluster_id, workload_id, kind, name, image, profile_id, origin, seen_from)
            select s.cluster_id, w.id, s.kind, s.name, s.image, s.profile_id, s.origin, cast(:taken as timestamptz)
            from snapshot_staging s
            join workload w on w.cluster_id = s.cluster_id and w.namespace = s.namespace and w.kind = s.owner_kind
              and w.name = s.owner_name
            where s.cluster_id = :cluster
              and not exists (
                select from workload_container c
                where c.cluster_id = s.cluster_id and c.workload_id = w.id and c.kind = s.kind and c.name = s.name
                  and c.image = s.image and c.profile_id = s.profile_id and c.origin = s.origin
                  and c.seen_until is null)
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
}
