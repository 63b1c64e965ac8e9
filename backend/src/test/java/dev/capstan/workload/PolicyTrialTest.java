package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static dev.capstan.workload.History.fact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.PolicyOverride;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTrialTest {

    private final History history = new History();

    @Test
    void whatWouldPassIsCountedBeforeItDoes() {
        history.record(DAY_1, app("cart", "CHOWN"), app("pay", "SYS_ADMIN"), app("quiet"));

        PolicyPreview preview = preview(AddedReading.BEYOND_DEFAULT, Set.of());

        assertThat(preview).isEqualTo(new PolicyPreview(List.of(), 0, 1));
        assertThat(history.policies.history()).hasSize(1);
    }

    @Test
    void whatWouldFailIsCountedToo() {
        history.record(DAY_1, app("cart", "CHOWN"), app("pay", "SYS_ADMIN"));
        history.allowing(Capability.CHOWN, Capability.SYS_ADMIN);

        assertThat(preview(AddedReading.STRICT, Set.of(Capability.SYS_ADMIN)))
                .isEqualTo(new PolicyPreview(List.of(), 1, 0));
    }

    @Test
    void aPolicyThatSaysTheSameChangesNothing() {
        history.record(DAY_1, app("cart", "CHOWN"));

        assertThat(preview(AddedReading.STRICT, Set.of())).isEqualTo(new PolicyPreview(List.of(), 0, 0));
    }

    @Test
    void aRolloutIsOneContainerThatFailsAsLongAsOneOfItsVariantsDoes() {
        history.record(
                DAY_1,
                fact("cart", "app", "registry.test/cart:1", 1, "CHOWN"),
                fact("cart", "app", "registry.test/cart:2", 1, "SYS_ADMIN"),
                fact("pay", "app", "registry.test/pay:1", 1, "CHOWN"),
                fact("pay", "app", "registry.test/pay:2", 1));

        assertThat(preview(AddedReading.BEYOND_DEFAULT, Set.of()).newlyPassing())
                .isEqualTo(1);
    }

    @Test
    void whatAksRunsAndWhatNoLongerRunsIsLeftOut() {
        ContainerFact platform = new ContainerFact(
                new WorkloadRef("kube-system", "DaemonSet", "proxy"),
                ContainerKind.APP,
                "proxy",
                "mcr.microsoft.com/proxy:1",
                History.adding("CHOWN"),
                Origin.PLATFORM,
                1);
        history.record(DAY_1, app("cart", "CHOWN"), platform);
        history.record(DAY_1.plus(Duration.ofHours(1)), app("pay"), platform);

        assertThat(preview(AddedReading.BEYOND_DEFAULT, Set.of())).isEqualTo(new PolicyPreview(List.of(), 0, 0));
    }

    @Test
    void anOverrideReachesWhereNoneBeforeItHolds() {
        history.record(DAY_1, app("cart", "CHOWN"), app("pay", "SYS_ADMIN"));
        PolicyOverride first = override("harbour-*", "shop", Capability.CHOWN);
        PolicyOverride second = override("*", "sh*", Capability.SYS_ADMIN);
        PolicyOverride nowhere = override("*", "other", Capability.SYS_ADMIN);

        PolicyPreview preview = preview(AddedReading.STRICT, Set.of(), first, second, nowhere, first);

        assertThat(preview)
                .isEqualTo(new PolicyPreview(
                        List.of(
                                new PolicyPreview.Reach(1, 1, 0),
                                new PolicyPreview.Reach(0, 0, 1),
                                new PolicyPreview.Reach(0, 0, 0),
                                new PolicyPreview.Reach(0, 0, 1)),
                        0,
                        1));
    }

    @Test
    void whatIsForeseenIsWhatComes() {
        history.record(DAY_1, app("cart", "CHOWN"), app("pay", "SYS_ADMIN"), app("net", "NET_ADMIN"));
        history.allowing(Capability.NET_ADMIN);
        long failing = failing();
        PolicyDraft draft = draft(AddedReading.BEYOND_DEFAULT, Set.of(Capability.SYS_ADMIN));

        PolicyPreview foreseen = history.policies.preview(draft);
        history.changed(draft);

        assertThat(failing() - failing).isEqualTo(foreseen.newlyFailing() - foreseen.newlyPassing());
        assertThat(foreseen).isEqualTo(new PolicyPreview(List.of(), 1, 2));
    }

    private long failing() {
        return history.jdbc
                .sql("select count(*) from current_unit where control = 'ADDED' and outcome = 'FAIL'"
                        + " and class <> 'PLATFORM'")
                .query(Long.class)
                .single();
    }

    private PolicyPreview preview(AddedReading reading, Set<Capability> allowed, PolicyOverride... overrides) {
        return history.policies.preview(draft(reading, allowed, overrides));
    }

    private PolicyDraft draft(AddedReading reading, Set<Capability> allowed, PolicyOverride... overrides) {
        return new PolicyDraft(
                history.policy().version(), reading, allowed, Map.of(), List.of(overrides), "A test wants it so.");
    }

    private static PolicyOverride override(String clusters, String namespaces, Capability allowed) {
        return new PolicyOverride(clusters, namespaces, AddedReading.STRICT, Set.of(allowed));
    }
}
