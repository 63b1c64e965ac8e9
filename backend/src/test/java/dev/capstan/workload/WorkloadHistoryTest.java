package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static dev.capstan.workload.History.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadHistoryTest {

    private static final Duration BELIEVED = Duration.ofHours(72);
    private static final Instant DAY_2 = day(2);
    private static final Instant DAY_3 = day(3);

    private final History history = new History();

    @Test
    void anyInstantShowsWhatRanThenAndNothingThatCameLater() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("cart", "NET_ADMIN"));
        history.record(DAY_3, app("cart"));

        WorkloadDetails then = cart().at(DAY_2);

        assertThat(then.containers())
                .extracting(container -> container.settings().added())
                .containsExactly(List.of("NET_ADMIN"), List.of("SYS_ADMIN"));
        assertThat(then.containers().getFirst().seenUntil()).isNull();
        assertThat(cart().at(DAY_1.minusSeconds(1)).containers()).isEmpty();
    }

    @Test
    void aVerdictOfThenStaysWhatThePolicyOfThenSaid() {
        history.record(DAY_1, app("cart", "SYS_TIME"));
        history.allowing(Capability.SYS_TIME);
        madeAt(2, DAY_3);

        assertThat(added(cart().at(DAY_2))).isInstanceOf(Verdict.Fail.class);
        assertThat(cart().at(DAY_2).policyVersion()).isEqualTo(1);
        assertThat(added(cart().at(DAY_3))).isInstanceOf(Verdict.Pass.class);
        assertThat(added(cart().now())).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void whatEndedBeforeThePolicyChangedIsNotJudgedByItAfterwards() {
        history.record(DAY_1, app("cart", "SYS_TIME"));
        history.record(DAY_2, app("cart"));
        history.allowing(Capability.SYS_TIME);
        madeAt(2, DAY_3);

        assertThat(cart().now().containers().getLast().judgement().verdicts().get(Control.ADDED))
                .isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void aLaneIsCutWhereSettingsImageOrPolicyChange() {
        history.record(DAY_1, app("cart", "SYS_TIME"));
        history.record(DAY_2, fact("cart", "app", "registry.test/cart:2", 1, "SYS_TIME"));
        history.record(DAY_3, fact("cart", "app", "registry.test/cart:2", 1));
        history.record(day(4), fact("cart", "app", "registry.test/cart:2", 1, "SYS_TIME"));
        history.allowing(Capability.SYS_TIME);
        madeAt(2, day(5));

        List<Stretch> stretches = lane(DAY_1, day(6)).stretches();

        assertThat(stretches).extracting(Stretch::from).containsExactly(DAY_1, DAY_2, DAY_3, day(4), day(5));
        assertThat(stretches)
                .extracting(stretch -> List.copyOf(stretch.changes()))
                .containsExactly(
                        List.of(Change.APPEARED),
                        List.of(Change.IMAGE),
                        List.of(Change.SETTINGS),
                        List.of(Change.SETTINGS),
                        List.of(Change.POLICY));
        assertThat(stretches.get(3).verdict(Control.ADDED)).isInstanceOf(Verdict.Fail.class);
        assertThat(stretches.get(4).verdict(Control.ADDED)).isInstanceOf(Verdict.Pass.class);
    }

    @Test
    void aLaneHoldsNothingWhereNoSnapshotCanBeBelieved() {
        history.record(DAY_1, app("cart"));
        history.record(day(20), app("cart"));

        WorkloadHistory cart = cart();
        Instant lost = DAY_1.plus(BELIEVED);

        assertThat(cart.unread()).containsExactly(new Unread(lost, day(20)), new Unread(day(23), null));
        List<Stretch> stretches = lane(DAY_1, day(30)).stretches();
        assertThat(stretches).extracting(Stretch::from).containsExactly(DAY_1, day(20));
        assertThat(stretches).extracting(Stretch::until).containsExactly(lost, day(23));
        assertThat(stretches.getLast().changes()).isEmpty();
        assertThat(cart.by(day(22)).unread()).containsExactly(new Unread(lost, day(20)));
        assertThat(cart.unreadAt(day(10))).isPresent();
        assertThat(cart.unreadAt(day(21))).isEmpty();
    }

    @Test
    void aRolloutIsOneStretchWithTwoVariantsAndTheWorseVerdict() {
        history.record(DAY_1, app("cart"));
        history.record(DAY_2, app("cart"), fact("cart", "app", "registry.test/cart:2", 1, "SYS_ADMIN"));
        history.record(DAY_3, fact("cart", "app", "registry.test/cart:2", 1, "SYS_ADMIN"));

        Stretch rollout = lane(DAY_1, day(4)).stretches().get(1);

        assertThat(rollout.variants()).hasSize(2);
        assertThat(rollout.verdict(Control.ADDED)).isInstanceOf(Verdict.Fail.class);
        assertThat(rollout.changes()).contains(Change.SETTINGS, Change.IMAGE);
    }

    @Test
    void aTimeThatIsShownCutsWhatReachesBeyondIt() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_3, app("cart"));

        List<Stretch> stretches = lane(DAY_2, day(4)).stretches();

        assertThat(stretches.getFirst().from()).isEqualTo(DAY_2);
        assertThat(stretches.getFirst().changes()).isEmpty();
        assertThat(stretches.getLast().until()).isEqualTo(day(4));
        assertThat(Lane.of(cart(), day(40), day(50))).isEmpty();
    }

    @Test
    void whatNoLongerRunsIsStillThere() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("pay"));

        assertThat(cart().at(DAY_2).containers())
                .singleElement()
                .extracting(ContainerDetails::seenUntil)
                .isEqualTo(DAY_2);
        assertThat(cart().changes()).containsExactly(DAY_1, DAY_2);
        assertThat(history.workloads.history(history.cluster, 99, BELIEVED)).isEmpty();
    }

    private WorkloadHistory cart() {
        return history.workloads.history(history.cluster, 1, BELIEVED).orElseThrow();
    }

    private Lane lane(Instant from, Instant until) {
        return Lane.of(cart(), from, until).getFirst();
    }

    private static Verdict added(WorkloadDetails workload) {
        return workload.containers().getFirst().judgement().verdicts().get(Control.ADDED);
    }

    // The test's clock stands still, so that versions of the policy get their times afterwards.
    private void madeAt(int version, Instant at) {
        history.jdbc
                .sql("update policy_version set created_at = :at where version = :version")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("version", version)
                .update();
    }

    private static Instant day(int number) {
        return DAY_1.plus(Duration.ofDays(number - 1L));
    }
}
