package dev.capstan.assessment;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.capstan.exceptionrequest.Settling;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.ClusterId;
import dev.capstan.fleet.Clusters;
import dev.capstan.fleet.Discovery;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The tasks that any number of collectors share through the database: one that discovers clusters, and one instance of
 * another for each cluster. A task runs in one process at a time; a dead process's tasks are taken over.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
class ScheduleConfiguration {

    /** The task of one cluster; its instance is the cluster's key. */
    static final TaskDescriptor<Void> ASSESS = TaskDescriptor.of("assess");

    private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_SETTLINGS = Duration.ofSeconds(30);

    @Bean
    Task<Void> assessTask(Assessment assessment, ScheduleSettings settings, Clock clock) {
        return Tasks.custom(ASSESS)
                .onFailureReschedule(FixedDelay.of(BEFORE_NEXT_TRY))
                .execute((instance, _) -> {
                    ClusterId cluster = new ClusterId(Long.parseLong(instance.getId()));
                    AsCollector.call(() -> assessment.assess(cluster));
                    return (complete, operations) ->
                            operations.reschedule(complete, Slots.next(cluster, settings.every(), clock.instant()));
                });
    }

    @Bean
    Task<Void> discoverTask(Discovery discovery, Clusters clusters, ScheduleSettings settings, Clock clock) {
        return Tasks.recurring("discover", FixedDelay.of(settings.discoverEvery()))
                .execute((_, context) -> AsCollector.run(() -> {
                    discovery.discover();
                    clusters.all().forEach(cluster -> schedule(cluster, context.getSchedulerClient(), clock));
                }));
    }

    /** Nobody who reads waits for it: it only spares the first of them the work. */
    @Bean
    Task<Void> settleTask(Settling settling) {
        return Tasks.recurring("settle-exceptions", FixedDelay.of(BETWEEN_SETTLINGS))
                .execute((_, _) -> settling.settle());
    }

    // A cluster that was just found is assessed at once; its later slots spread by themselves.
    private static void schedule(Cluster cluster, SchedulerClient scheduler, Clock clock) {
        scheduler.scheduleIfNotExists(ASSESS.instance(cluster.id().toString()).build(), clock.instant());
    }
}
