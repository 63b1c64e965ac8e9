package dev.capstan.api.v1;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.capstan.benchmark.Capability;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.PostureSettings;
import dev.capstan.posture.PostureWalk;
import dev.capstan.workload.History;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkloadControllerTest {

    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Instant DAY_3 = DAY_1.plus(Duration.ofDays(2));

    private final History history = new History();
    private final WorkloadController controller = new WorkloadController(
            mock(PostureWalk.class),
            history.workloads,
            new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)));

    @Test
    void ofAnInstantAWorkloadIsToldAsItWasJudgedAndKnownThen() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.at(DAY_2);
        history.allowing(Capability.SYS_ADMIN);
        history.record(DAY_3, app("cart", "SYS_TIME"));

        WorkloadDetailForm then = read(AsOf.at(DAY_1.plusSeconds(60)));
        assertThat(then.policyVersion()).isEqualTo(1);
        assertThat(then.containers()).singleElement().satisfies(container -> {
            assertThat(container.settings().added()).containsExactly("SYS_ADMIN");
            assertThat(container.verdicts().getFirst().verdict()).isEqualTo(ContainerForm.VerdictWord.FAIL);
            assertThat(container.seenUntil()).isNull();
        });
        assertThat(read(AsOf.at(DAY_2))
                        .containers()
                        .getFirst()
                        .verdicts()
                        .getFirst()
                        .verdict())
                .isEqualTo(ContainerForm.VerdictWord.PASS);
        assertThat(read(AsOf.NOW).policyVersion()).isEqualTo(2);
        assertThat(read(AsOf.NOW).containers())
                .extracting(ContainerForm::seenUntil)
                .containsExactly(null, DAY_3);
    }

    private WorkloadDetailForm read(AsOf asOf) {
        return controller.workload(history.cluster.value(), 1, asOf, true);
    }
}
