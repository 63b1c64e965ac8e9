package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import dev.capstan.workload.ContainerFinding.End;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkloadFindingsTest {

    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Instant DAY_3 = DAY_1.plus(Duration.ofDays(2));
    private static final Instant DAY_4 = DAY_1.plus(Duration.ofDays(3));

    private final History history = new History();

    @Test
    void aFindingThatOnlyChangesItsFormIsOneFromItsOpening() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("cart", "SYS_ADMIN", "SYS_TIME"));

        assertThat(added(null)).singleElement().satisfies(finding -> {
            assertThat(finding.openedAt()).isEqualTo(DAY_1);
            assertThat(finding.endedAt()).isNull();
            assertThat(finding.end()).isNull();
        });
    }

    @Test
    void whatWasFixedAndCameBackIsTwoFindings() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("cart"));
        history.record(DAY_3, app("cart", "SYS_ADMIN"));

        List<ContainerFinding> findings = added(null);

        assertThat(findings).extracting(ContainerFinding::endedAt).containsExactly(null, DAY_2);
        assertThat(findings).extracting(ContainerFinding::end).containsExactly(null, End.FIXED);
        assertThat(findings).extracting(ContainerFinding::reopened).containsExactly(true, false);
    }

    @Test
    void asOfADayWhatWasFixedLaterIsOpenAndWhatOpenedLaterIsNotThere() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("cart"));
        history.record(DAY_4, app("cart", "SYS_ADMIN"));

        assertThat(added(DAY_2.minusSeconds(1)))
                .singleElement()
                .extracting(ContainerFinding::endedAt)
                .isNull();
        assertThat(added(DAY_3))
                .singleElement()
                .extracting(ContainerFinding::end)
                .isEqualTo(End.FIXED);
        assertThat(added(DAY_1.minusSeconds(1))).isEmpty();
    }

    private List<ContainerFinding> added(@Nullable Instant asOf) {
        return new WorkloadFindings(history.jdbc)
                .of(history.cluster, 1, asOf).stream()
                        .filter(finding -> finding.control() == Control.ADDED)
                        .toList();
    }
}
