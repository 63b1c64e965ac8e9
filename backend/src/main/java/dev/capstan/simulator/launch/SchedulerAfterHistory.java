package dev.capstan.simulator.launch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Plays the history once the screens can be seen, then starts the schedule. */
class SchedulerAfterHistory implements DbSchedulerStarter {

    private final HistoryPlayer player;
    private final Scheduler scheduler;

    SchedulerAfterHistory(HistoryPlayer player, Scheduler scheduler) {
        this.player = player;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Thread.ofPlatform().name("demo-history").daemon().start(this::doStart);
    }

    @EventListener(ContextClosedEvent.class)
    void closed() {
        player.stop();
    }

    @Override
    public void doStart() {
        if (player.play()) {
            scheduler.start();
        }
    }
}
