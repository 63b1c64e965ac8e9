package dev.capstan.collection;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.assessment.AsCollector;
import dev.capstan.collection.admission.Listing;
import dev.capstan.simulator.RequestKind;
import dev.capstan.testing.CapstanWithFleet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTimeLimitTest {

    @Test
    void whenTheTimeForTheClusterIsUsedUpTheKindsThatAreLeftAreUnreadAndThePodsAreKept() {
        try (CapstanWithFleet capstan = CapstanWithFleet.start(
                fleet(named("slow").deployment("shop/cart", 2, "app cart example.test/cart:1")),
                Map.of("capstan.collection.cluster-limit", "5s", "capstan.collection.page-limit", "60s"))) {
            capstan.discover();
            capstan.faults()
                    .cluster("slow")
                    .only(RequestKind.CONSTRAINT_TEMPLATES)
                    .hold();

            Reading reading =
                    AsCollector.call(() -> capstan.bean(Collector.class).collect(capstan.cluster("slow"), _ -> {}));

            assertThat(reading).isInstanceOfSatisfying(Reading.Complete.class, complete -> {
                assertThat(complete.snapshot().pods()).isEqualTo(2);
                assertThat(complete.snapshot().admission().constraintTemplates())
                        .isInstanceOf(Listing.Unread.class);
                assertThat(complete.snapshot().admission().webhooks())
                        .isEqualTo(new Listing.Unread<>("Validating webhook configurations could not be read:"
                                + " The time for the whole cluster was used up"));
            });
        }
    }
}
