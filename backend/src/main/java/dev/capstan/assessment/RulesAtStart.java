package dev.capstan.assessment;

import dev.capstan.workload.Policies;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Judges by the rules of this program whatever was judged by older ones, before anybody looks. The very first policy is
 * left to the first assessment, so that it holds from the first snapshot on.
 */
@Component
class RulesAtStart implements ApplicationRunner {

    private final Policies policies;

    RulesAtStart(Policies policies) {
        this.policies = policies;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        AsCollector.run(() -> {
            if (policies.isJudging()) {
                policies.current();
            }
        });
    }
}
