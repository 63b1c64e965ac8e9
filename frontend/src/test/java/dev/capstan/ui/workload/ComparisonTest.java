package dev.capstan.ui.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.testing.FakeFleet;
import dev.capstan.ui.testing.FakeWorkloads;
import dev.capstan.workload.WorkloadHistory;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final WorkloadHistory CHECKOUT =
            FakeWorkloads.history(FakeWorkloads.of(new ClusterId(1)).get(1));
    private static final Instant PRIVILEGED = FakeFleet.NOW.minus(Duration.ofDays(62));
    private static final Instant HARDENED = FakeFleet.NOW.minus(Duration.ofDays(5));

    @Test
    void whatRanBeforeTheSettingsLastChangedIsComparedWithNow() {
        Comparison comparison = Comparison.of(CHECKOUT, WorkloadState.USUAL, FakeFleet.NOW);

        assertThat(comparison.then()).isEqualTo(PRIVILEGED);
        assertThat(comparison.now()).isEqualTo(FakeFleet.NOW);
        assertThat(comparison.choices()).containsOnlyKeys(HARDENED, PRIVILEGED);
        assertThat(comparison.choices().get(HARDENED)).contains("settings changed");
    }

    @Test
    void nothingLaterThanThePageItselfIsCompared() {
        Instant earlier = HARDENED.minus(Duration.ofDays(1));
        WorkloadState state = WorkloadState.USUAL.comparing(FakeFleet.NOW, FakeFleet.NOW);

        Comparison comparison = Comparison.of(CHECKOUT, state, earlier);

        assertThat(comparison.now()).isEqualTo(earlier);
        assertThat(comparison.then()).isEqualTo(PRIVILEGED);
        assertThat(comparison.choices()).containsOnlyKeys(PRIVILEGED);
    }

    @Test
    void whatDiffersComesFirstAndListsSayWhatCameAndWhatWent() {
        ContainerChange change = ContainerChange.between(CHECKOUT.at(PRIVILEGED), CHECKOUT.at(FakeFleet.NOW))
                .getFirst();

        assertThat(change.name()).isEqualTo("checkout-api");
        assertThat(change.fields().getFirst().changed()).isTrue();
        assertThat(change.fields().getLast().changed()).isFalse();
        assertThat(change.fields()).anySatisfy(field -> {
            assertThat(field.field()).isEqualTo("Privileged");
            assertThat(field.then()).isEqualTo("Yes");
            assertThat(field.now()).isEqualTo("No");
        });
        assertThat(change.fields()).anySatisfy(field -> {
            assertThat(field.field()).isEqualTo("Effective");
            assertThat(field.then()).isEqualTo("All 41");
            assertThat(field.difference()).isEqualTo("−\u00a039");
        });
    }
}
