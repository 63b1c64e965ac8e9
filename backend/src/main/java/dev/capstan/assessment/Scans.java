package dev.capstan.assessment;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.ClusterId;
import dev.capstan.fleet.Clusters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Scans on demand, and the log of those that were. */
@Service
public class Scans {

    private static final Logger log = LoggerFactory.getLogger(Scans.class);

    private final SchedulerClient scheduler;
    private final Clusters clusters;
    private final RunLog runs;
    private final ProgressBroadcast progress;
    private final Clock clock;

    Scans(DataSource database, Clusters clusters, RunLog runs, ProgressBroadcast progress, Clock clock) {
        // A client of its own: a process that only shows screens asks for scans too, and runs no scheduler.
        this.scheduler = SchedulerClient.Builder.create(database).build();
        this.clusters = clusters;
        this.runs = runs;
        this.progress = progress;
        this.clock = clock;
    }

    /** Asks for a scan of the cluster as soon as a collector is free; does nothing when one is running. */
    @PreAuthorize("hasAnyRole('APPROVER', 'ADMIN')")
    public void scanNow(ClusterId cluster) {
        clusters.find(cluster).filter(known -> !known.isGone()).ifPresent(this::ask);
    }

    /** Asks for a scan of every cluster; answers how many were asked for. */
    @PreAuthorize("hasAnyRole('APPROVER', 'ADMIN')")
    public int scanAll() {
        return (int) clusters.all().stream().filter(this::ask).count();
    }

    /** The cluster's last runs, newest first. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<RunSummary> log(ClusterId cluster, int limit) {
        return runs.last(cluster, limit);
    }

    /** The cluster's runs that began before the instant, newest first. */
    @PreAuthorize("hasRole('VIEWER')")
    public List<RunSummary> log(ClusterId cluster, Instant before, int limit) {
        return runs.before(cluster, before, limit);
    }

    private boolean ask(Cluster cluster) {
        TaskInstance<Void> task =
                ScheduleConfiguration.ASSESS.instance(cluster.id().toString()).build();
        if (scheduler
                .getScheduledExecution(task)
                .filter(ScheduledExecution::isPicked)
                .isPresent()) {
            return false;
        }
        // Told before it is asked for, so that it is never heard after what the scan itself tells.
        progress.publish(new ScanProgress(cluster.id(), ScanProgress.Phase.WAITING, 0));
        try {
            scheduler.reschedule(task, clock.instant());
        } catch (TaskInstanceNotFoundException e) {
            scheduler.scheduleIfNotExists(task, clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException e) {
            log.debug("A scan of {} has just begun", cluster.name());
            return false;
        }
        return true;
    }
}
