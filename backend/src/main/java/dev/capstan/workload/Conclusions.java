package dev.capstan.workload;

import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what is concluded of a cluster's last snapshot, inside the caller's transaction: its findings, how each of its
 * workloads stands, and the points that trends are drawn from. Drawn when what ran has changed or the policy has, so
 * that no read ever judges.
 */
@Component
class Conclusions {

    /** Why conclusions are drawn. */
    enum Cause {
        /** A newer snapshot. */
        SNAPSHOT,
        /** Nothing was concluded yet of what is recorded, by a version that did not: what fails may have for long. */
        OLDER_RECORDS,
        /** Another policy, by which the last snapshot is judged again. */
        POLICY,
        /** An exception began or ended, and the last snapshot is read otherwise. */
        EXCEPTION
    }

    private final JdbcClient jdbc;
    private final Excuses excuses;
    private final FindingRows findings;
    private final WorkloadPostureRows postures;
    private final PointRows points;

    Conclusions(JdbcClient jdbc, Excuses excuses) {
        this.jdbc = jdbc;
        this.excuses = excuses;
        this.findings = new FindingRows(jdbc);
        this.postures = new WorkloadPostureRows(jdbc);
        this.points = new PointRows(jdbc);
    }

    /**
     * Draws them anew.
     *
     * @param at since when they hold. Not before what was concluded last: a snapshot can have been taken before the
     *     policy or the rules for owners changed and be recorded after
     */
    void draw(ClusterId cluster, Instant at, int policyVersion, Cause cause) {
        OffsetDateTime since = Stream.concat(points.newest(cluster).stream(), postures.newest(cluster).stream())
                .reduce(at, (one, other) -> one.isAfter(other) ? one : other)
                .atOffset(ZoneOffset.UTC);
        stage(cluster);
        excuses.mark(cluster, since.toInstant());
        moveSpans(cluster, since, cause);
        points.insert(cluster, since, policyVersion);
        clear(cluster);
    }

    /** Moves findings and postures to what the staged units say. */
    void moveSpans(ClusterId cluster, OffsetDateTime since, Cause cause) {
        // The database has no statistics of what is staged for a moment, takes it for a single row and would look
        // through
        // thousands of rows for each of thousands. Comparing whole sets is right here, always.
        nestedLoops("off");
        findings.move(cluster, since, cause);
        postures.move(cluster, since);
        nestedLoops("on");
    }

    private void nestedLoops(String onOrOff) {
        jdbc.sql("select set_config('enable_nestloop', :value, true)")
                .param("value", onOrOff)
                .query(String.class)
                .single();
    }

    /** Puts a cluster's units, with what the criteria say of them, where they are compared. */
    void stage(ClusterId cluster) {
        clear(cluster);
        jdbc.sql("""
                        insert into unit_staging (cluster_id, workload_id, control, kind, name, outcome, class, risk,
                            asked_for, failing_since)
                        select cluster_id, workload_id, control, kind, name, outcome, class, risk, asked_for,
                            failing_since
                        from current_unit where cluster_id = :cluster
                        """).param("cluster", cluster.value()).update();
    }

    /** Says again what was concluded last, now of a newer snapshot in which nothing is different. */
    void repeat(ClusterId cluster, Instant at) {
        points.repeat(cluster, at.atOffset(ZoneOffset.UTC));
    }

    /** Whether anything was ever concluded of the cluster. */
    boolean exist(ClusterId cluster) {
        return postures.exist(cluster);
    }

    /** Whether what was concluded before the instant still holds then where nothing is different. */
    boolean hold(ClusterId cluster, Instant at, int policyVersion) {
        return points.newest(cluster).filter(known -> known.isBefore(at)).isPresent()
                && points.newestPolicy(cluster).orElse(0) == policyVersion
                && postures.areComplete(cluster);
    }

    private void clear(ClusterId cluster) {
        jdbc.sql("delete from unit_staging where cluster_id = :cluster")
                .param("cluster", cluster.value())
                .update();
    }
}
