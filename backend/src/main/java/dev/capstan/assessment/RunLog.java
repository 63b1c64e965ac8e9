package dev.capstan.assessment;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.FailureCause;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every attempt to read a cluster, with how it ended. */
@Component
class RunLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    RunLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a run. One of the same cluster that is still open belonged to a process that died. */
    Run begin(ClusterId cluster) {
        jdbc.sql("update assessment_run set outcome = 'ABANDONED', finished_at = :now"
                        + " where cluster_id = :cluster and outcome = 'RUNNING'")
                .param("now", now())
                .param("cluster", cluster.value())
                .update();
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into assessment_run (cluster_id, id, started_at, outcome)"
                        + " values (:cluster, :id, :now, 'RUNNING')")
                .param("cluster", cluster.value())
                .param("id", id)
                .param("now", now())
                .update();
        return new Run(cluster, id);
    }

    /** The cluster's last runs, newest first. */
    List<RunSummary> last(ClusterId cluster, int limit) {
        return jdbc.sql(
                        "select * from assessment_run where cluster_id = :cluster order by started_at desc limit :limit")
                .param("cluster", cluster.value())
                .param("limit", limit)
                .query((row, _) -> summary(row))
                .list();
    }

    /** The cluster's runs that began before the instant, newest first. */
    List<RunSummary> before(ClusterId cluster, Instant instant, int limit) {
        return jdbc.sql("select * from assessment_run where cluster_id = :cluster and started_at < :before"
                        + " order by started_at desc limit :limit")
                .param("cluster", cluster.value())
                .param("before", instant.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> summary(row))
                .list();
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String failure = row.getString("failure");
        return new RunSummary(
                started,
                finished == null ? null : Duration.between(started, finished.toInstant()),
                RunSummary.Outcome.valueOf(row.getString("outcome")),
                failure == null ? null : FailureCause.valueOf(failure),
                row.getString("detail"),
                row.getInt("pods"),
                row.getInt("containers"),
                row.getInt("opened"),
                row.getInt("closed"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** One open run; it is ended once. */
    final class Run {

        private final ClusterId cluster;
        private final UUID id;

        private Run(ClusterId cluster, UUID id) {
            this.cluster = cluster;
            this.id = id;
        }

        void recorded(ClusterSnapshot snapshot, Recorded recorded) {
            switch (recorded) {
                case Recorded.Written(int opened, int closed) ->
                    end(
                            RunSummary.Outcome.RECORDED,
                            null,
                            snapshot.consistent() ? null : "The list was not of one moment",
                            snapshot.pods(),
                            snapshot.containers().size(),
                            opened,
                            closed);
                case Recorded.Outdated(Instant newest) ->
                    end(
                            RunSummary.Outcome.RECORDED,
                            null,
                            "A snapshot of " + newest + " was recorded already",
                            snapshot.pods(),
                            snapshot.containers().size(),
                            0,
                            0);
                case Recorded.PolicyChanged _ ->
                    failed(FailureCause.UNEXPECTED, "The policy changed again and again while it was recorded");
            }
        }

        void stopped() {
            end(RunSummary.Outcome.STOPPED, null, null, 0, 0, 0, 0);
        }

        void failed(FailureCause cause, String detail) {
            end(RunSummary.Outcome.FAILED, cause, detail, 0, 0, 0, 0);
        }

        private void end(
                RunSummary.Outcome outcome,
                @Nullable FailureCause failure,
                @Nullable String detail,
                int pods,
                int containers,
                int opened,
                int closed) {
            jdbc.sql("""
                            update assessment_run set outcome = :outcome, finished_at = :now, failure = :failure,
                                detail = :detail, pods = :pods, containers = :containers, opened = :opened,
                                closed = :closed
                            where cluster_id = :cluster and id = :id
                            """)
                    .param("outcome", outcome.name())
                    .param("now", now())
                    .param("failure", failure == null ? null : failure.name())
                    .param("detail", detail)
                    .param("pods", pods)
                    .param("containers", containers)
                    .param("opened", opened)
                    .param("closed", closed)
                    .param("cluster", cluster.value())
                    .param("id", id)
                    .update();
        }
    }
}
