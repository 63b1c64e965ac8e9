package dev.capstan.fleet;

import static dev.capstan.simulator.ClusterFixture.LONG_AGO;
import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.assessment.AsCollector;
import dev.capstan.simulator.RequestKind;
import dev.capstan.simulator.world.Subscription;
import dev.capstan.testing.CapstanWithFleet;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What discovery makes of Azure's lists, read by the real Azure SDK. */
class DiscoveryTest {

    private static final Instant ENDS = Instant.parse("2026-06-10T00:00:00Z");
    private static final Subscription OTHER = new Subscription("5c1f5a1e-0000-4000-8000-000000000002", "Other", true);
    private static final Subscription OFF = new Subscription("5c1f5a1e-0000-4000-8000-000000000003", "Off", false);

    private CapstanWithFleet capstan;

    @AfterEach
    void stop() {
        capstan.close();
    }

    @Test
    void everyClusterOfEveryPageOfEveryUsableSubscriptionIsFound() {
        capstan = CapstanWithFleet.start(fleet(
                named("a"),
                named("b"),
                named("c"),
                named("d"),
                named("e"),
                named("f"),
                named("g").in(OTHER).stoppedFrom(LONG_AGO),
                named("h").in(OFF)));

        capstan.discover();
        capstan.discover();

        assertThat(names()).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(capstan.cluster("g").powerState()).isEqualTo(PowerState.STOPPED);
        assertThat(capstan.cluster("a").powerState()).isEqualTo(PowerState.RUNNING);
        assertThat(capstan.cluster("a").armId()).isLowerCase();
    }

    @Test
    void aSubscriptionThatCannotBeListedLosesNoneOfTheOthersAndNoneOfItsOwn() {
        capstan = CapstanWithFleet.start(fleet(named("a"), named("b").in(OTHER)));
        capstan.discover();
        for (int i = 0; i < 4; i++) {
            capstan.faults().azure().only(RequestKind.CLUSTERS).fail(1, 403);
            capstan.discover();
        }

        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aClusterIsGoneOnlyAfterSeveralListsWithoutItAndAzuresOwnWord() {
        capstan = CapstanWithFleet.start(fleet(named("stays"), named("ends").existsUntil(ENDS)));
        capstan.discover();
        capstan.clock.set(ENDS.plusSeconds(3600));

        capstan.discover();
        capstan.discover();
        assertThat(names()).containsExactly("ends", "stays");
        assertThat(capstan.faults().count(RequestKind.CLUSTER)).isZero();

        capstan.discover();
        assertThat(names()).containsExactly("stays");
        assertThat(capstan.faults().count(RequestKind.CLUSTER)).isEqualTo(1);
    }

    @Test
    void anEmptyListOfSubscriptionsChangesNothing() {
        capstan = CapstanWithFleet.start(fleet(named("h").in(OFF)));

        capstan.discover();

        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        return AsCollector.call(() -> capstan.bean(Clusters.class).all()).stream()
                .map(Cluster::name)
                .sorted()
                .toList();
    }
}
