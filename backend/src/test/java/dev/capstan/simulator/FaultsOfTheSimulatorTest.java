package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FaultsOfTheSimulatorTest extends WithSimulatedClusters {
    @Test
    void tokensCanBeMadeToExpire() {
        faults.cluster("quay").expireContinueTokens(1);
        try (KubernetesClient client = admin("quay")) {
            PodList first = page(client, null);
            assertThatThrownBy(() -> page(client, first.getMetadata().getContinue()))
                    .hasMessageContaining("too old");
            assertThat(page(client, first.getMetadata().getContinue()).getItems())
                    .hasSize(10);
        }
    }

    @Test
    void aForeignAuthorityInTheKubeconfigBreaksTheHandshake() {
        faults.wrongAuthority("berth");
        try (KubernetesClient client = admin("berth")) {
            assertThatThrownBy(() -> client.pods().inAnyNamespace().list())
                    .hasRootCauseInstanceOf(CertPathBuilderException.class);
        }
    }

    @Test
    void aPageWaitsAtAGateUntilItIsOpened() throws InterruptedException {
        Gate gate = faults.cluster("quay").only(RequestKind.PODS).hold();
        try (KubernetesClient client = admin("quay")) {
            CompletableFuture<PodList> page = CompletableFuture.supplyAsync(() -> page(client, null));
            assertThat(gate.awaitArrival(Duration.ofSeconds(10))).isTrue();
            assertThat(page).isNotDone();
            gate.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void aBodyCanStallAndBeCutOffAndAConnectionDropped() throws InterruptedException {
        Gate gate = faults.cluster("quay").only(RequestKind.PODS).stall();
        try (KubernetesClient client = admin("quay")) {
            CompletableFuture<PodList> page = CompletableFuture.supplyAsync(() -> page(client, null));
            assertThat(gate.awaitArrival(Duration.ofSeconds(10))).isTrue();
            assertThat(page).isNotDone();
            gate.open();
            assertThat(page).succeedsWithin(Duration.ofSeconds(10));
            faults.cluster("quay").cutOff(1);
            assertThatThrownBy(() -> page(client, null)).hasRootCauseInstanceOf(IOException.class);
            faults.cluster("quay").drop(2); // the JDK's client tries once more by itself
            assertThatThrownBy(() -> page(client, null)).hasRootCauseInstanceOf(IOException.class);
            assertThat(page(client, null).getItems()).hasSize(10);
        }
    }

    @Test
    void anOverloadedServerAnswersInPlainText() {
        faults.cluster("quay").throttle(1, Duration.ofSeconds(1));
        try (KubernetesClient client = admin("quay")) {
            assertThatThrownBy(() -> page(client, null))
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            e -> assertThat(e.getCode()).isEqualTo(429));
        }
    }
}
