package dev.capstan.simulator.launch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import dev.capstan.access.DemoAccounts;
import dev.capstan.assessment.Assessment;
import dev.capstan.assessment.ProgressBroadcast;
import dev.capstan.fleet.Clusters;
import dev.capstan.fleet.Discovery;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The beans that only the demo has. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    @Primary
    Clock demoClock(DemoHistory history) {
        return history.clock();
    }

    @Bean
    HistoryPlayer historyPlayer(
            DemoHistory history,
            Discovery discovery,
            Clusters clusters,
            Assessment assessment,
            ProgressBroadcast progress,
            JdbcClient jdbc) {
        return new HistoryPlayer(history, discovery, clusters, assessment, progress, jdbc);
    }

    /** In place of the scheduler's own: its tasks read the present, so they wait until the past is told. */
    @Bean
    DbSchedulerStarter schedulerAfterHistory(HistoryPlayer player, Scheduler scheduler) {
        return new SchedulerAfterHistory(player, scheduler);
    }

    @Bean
    DemoBanner demoBanner(DemoAccounts accounts) {
        return new DemoBanner(accounts);
    }
}
