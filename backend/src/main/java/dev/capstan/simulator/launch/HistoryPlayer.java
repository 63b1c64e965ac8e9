package dev.capstan.simulator.launch;

import dev.capstan.assessment.AsCollector;
import dev.capstan.assessment.Assessment;
import dev.capstan.assessment.FleetProgress;
import dev.capstan.assessment.ProgressBroadcast;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.Clusters;
import dev.capstan.fleet.Discovery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays the fleet's past, day by day, through the same route that reads its present. */
class HistoryPlayer {

    private static final Logger log = LoggerFactory.getLogger(HistoryPlayer.class);
    private static final int CLUSTERS_AT_A_TIME = 4;

    private final DemoHistory history;
    private final Discovery discovery;
    private final Clusters clusters;
    private final Assessment assessment;
    private final ProgressBroadcast progress;
    private final JdbcClient jdbc;
    private volatile boolean stopped;

    HistoryPlayer(
            DemoHistory history,
            Discovery discovery,
            Clusters clusters,
            Assessment assessment,
            ProgressBroadcast progress,
            JdbcClient jdbc) {
        this.history = history;
        this.discovery = discovery;
        this.clusters = clusters;
        this.assessment = assessment;
        this.progress = progress;
        this.jdbc = jdbc;
    }

    /** Plays what was not played yet; answers whether it came to the end. */
    boolean play() {
        List<Instant> days = history.daysAfter(newestSnapshot());
        int played = Epoch.DAYS - days.size();
        log.info("{} of {} days of history are there", played, Epoch.DAYS);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLUSTERS_AT_A_TIME)) {
            for (Instant day : days) {
                if (stopped) {
                    return false;
                }
                tell(played);
                play(day, threads);
                played++;
            }
            if (!days.isEmpty()) {
                tell(played);
            }
            return true;
        } finally {
            history.fleetClock().release();
        }
    }

    void stop() {
        stopped = true;
    }

    private void play(Instant day, ExecutorService threads) {
        history.fleetClock().holdAt(day);
        asOf(day, discovery::discover);
        List<Future<?>> running = new ArrayList<>();
        for (Cluster cluster : AsCollector.call(clusters::all)) {
            running.add(threads.submit(() -> asOf(day, () -> assessment.assess(cluster.id()))));
        }
        for (Future<?> assessed : running) {
            try {
                assessed.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("The history of " + day + " cannot be played", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped = true;
                return;
            }
        }
    }

    private void asOf(Instant day, Runnable work) {
        history.clock().at(day, () -> AsCollector.run(work));
    }

    private void tell(int played) {
        AsCollector.run(() ->
                progress.publish(new FleetProgress("Playing " + Epoch.DAYS + " days of history", played, Epoch.DAYS)));
    }

    private Optional<Instant> newestSnapshot() {
        return jdbc.sql("select max(taken_at) as newest from snapshot")
                .query((row, _) -> Optional.ofNullable(row.getObject("newest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
