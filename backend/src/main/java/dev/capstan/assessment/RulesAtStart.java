package dev.capstan.assessment;

import dev.capstan.workload.Policies;
import dev.capstan.workload.Workloads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Judges by the rules of this program whatever was judged by older ones, before anybody looks. The very first policy is
 * left to the first assessment, so that it holds from the first snapshot on.
 */
@Component
class RulesAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RulesAtStart.class);

    private final Policies policies;
    private final Workloads workloads;

    RulesAtStart(Policies policies, Workloads workloads) {
        this.policies = policies;
        this.workloads = workloads;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        AsCollector.run(() -> {
            if (policies.isJudging()) {
                policies.current();
                int concluded = workloads.concludeFromOlderRecords();
                if (concluded > 0) {
                    log.info("What an older version recorded of {} clusters is concluded from now", concluded);
                }
            }
        });
    }
}
