package dev.capstan.posture;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import dev.capstan.workload.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingListTest {

    private final History history = new History();
    private final FindingList findings = new FindingList(
            history.jdbc,
            new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)),
            Clock.fixed(day(9), ZoneOffset.UTC));

    @Test
    void ofAnInstantNobodyKnowsYetWhatEndsLater() {
        history.record(day(1), app("cart", "SYS_ADMIN"));
        history.record(day(3), app("cart"));

        assertThat(told(at(day(2)))).containsExactly("cart until null: null");
        assertThat(told(at(day(3)))).isEmpty();
        assertThat(told(new FindingFilter.When.At(AsOf.NOW))).isEmpty();
        assertThat(told(new FindingFilter.When.Within(day(1), day(2)))).containsExactly("cart until 3: FIXED");
    }

    @Test
    void whatFailsInAClusterThatGoesAwayEndsWithIt() {
        history.record(day(1), app("cart", "SYS_ADMIN"), app("till", "CHOWN"));
        history.record(day(2), app("cart", "SYS_ADMIN"), app("till"));
        history.jdbc
                .sql("update cluster set gone_at = ?")
                .param(day(4).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(told(new FindingFilter.When.Within(day(1), day(5))))
                .containsExactly("cart until 4: GONE", "till until 2: FIXED");
        assertThat(told(new FindingFilter.When.Within(day(3), day(20)))).containsExactly("cart until 4: GONE");
        assertThat(told(new FindingFilter.When.Within(day(4), day(20)))).isEmpty();
        assertThat(told(at(day(3)))).containsExactly("cart until null: null");
        assertThat(told(at(day(4)))).isEmpty();
    }

    private List<String> told(FindingFilter.When when) {
        FindingFilter added = new FindingFilter(Control.ADDED, history.cluster, null, null, null, null, null);
        return findings.after(null, added, when, 100).stream()
                .map(finding -> finding.workloadName() + " until " + day(finding.seenUntil()) + ": " + finding.ended())
                .toList();
    }

    private static FindingFilter.When at(Instant instant) {
        return new FindingFilter.When.At(AsOf.at(instant));
    }

    private static Instant day(int day) {
        return DAY_1.plus(Duration.ofDays(day - 1L));
    }

    private static @Nullable Long day(@Nullable Instant instant) {
        return instant == null ? null : 1 + Duration.between(DAY_1, instant).toDays();
    }
}
