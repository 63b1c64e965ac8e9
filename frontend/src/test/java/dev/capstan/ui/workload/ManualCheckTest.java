package dev.capstan.ui.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.WorkloadRef;
import org.junit.jupiter.api.Test;

class ManualCheckTest {

    @Test
    void asksForExactlyTheWorkload() {
        assertThat(ManualCheck.command(new WorkloadRef("shop", "Deployment", "cart")))
                .startsWith(
                        "kubectl get deployment cart --namespace shop --output jsonpath='{range .spec.template.spec.");
    }

    @Test
    void aCronJobKeepsItsContainersOneLevelDeeper() {
        assertThat(ManualCheck.command(new WorkloadRef("shop", "CronJob", "export")))
                .contains(".spec.jobTemplate.spec.template.spec.containers[*]");
    }

    @Test
    void aBarePodHasEphemeralContainersToo() {
        assertThat(ManualCheck.command(new WorkloadRef("shop", "Pod", "debug")))
                .contains(".spec.ephemeralContainers[*]");
    }

    @Test
    void aNameCannotBreakOutOfTheCommand() {
        assertThat(ManualCheck.command(new WorkloadRef("shop", "Deployment", "a'; rm -rf ~ #")))
                .contains("'a'\\''; rm -rf ~ #'");
    }
}
