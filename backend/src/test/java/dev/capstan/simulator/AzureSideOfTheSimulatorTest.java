package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.containerservice.fluent.ManagedClustersClient;
import com.azure.resourcemanager.containerservice.fluent.models.ManagedClusterInner;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.capstan.simulator.world.Subscription;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureSideOfTheSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Subscription CLOSED =
            new Subscription("5c1f5a1e-0000-4000-8000-000000000002", "Closed", false);

    private final Faults faults = new Faults();
    private final SimulatorServer server = SimulatorServer.start(fleet(), Clock.fixed(NOW, ZoneOffset.UTC), faults);
    private final SimulatorClients clients = new SimulatorClients(server);

    private static SimulatedFleet fleet() {
        List<ClusterFixture> clusters = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            clusters.add(ClusterFixture.named("quay-" + i));
        }
        clusters.add(ClusterFixture.named("locked").localAccountsDisabled().tagged("environment", "production"));
        clusters.add(ClusterFixture.named("asleep").stoppedFrom(NOW.minusSeconds(60)));
        clusters.add(ClusterFixture.named("gone").existsUntil(NOW.minusSeconds(60)));
        clusters.add(ClusterFixture.named("closed").in(CLOSED));
        return ClusterFixture.fleet(clusters.toArray(ClusterFixture[]::new));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ManagedClustersClient clusters() {
        return clients.containerService(server.clientSecret()).serviceClient().getManagedClusters();
    }

    @Test
    void theAzureSdkSignsInAndListsSubscriptionsWithTheirState() {
        PagedIterable<com.azure.resourcemanager.resources.models.Subscription> all =
                clients.resources().subscriptions().list();
        assertThat(all)
                .extracting(s -> s.displayName() + " " + s.innerModel().state())
                .containsExactlyInAnyOrder("Harbour Enabled", "Closed Disabled");
    }

    @Test
    void theAzureSdkFollowsTheNextLinksOfTheClusters() {
        List<ManagedClusterInner> all = clusters().list().stream().toList();
        assertThat(all).hasSize(14).extracting(ManagedClusterInner::name).doesNotContain("gone", "closed");
        assertThat(faults.count(RequestKind.CLUSTERS)).isEqualTo(3);
        assertThat(all).allSatisfy(cluster -> assertThat(cluster.id()).contains("/resourcegroups/"));
    }

    @Test
    void whatIsNotSetOfAClusterIsAbsent() {
        ManagedClusterInner open = clusters().getByResourceGroup("RG-QUAY-1", "quay-1");
        assertThat(open.disableLocalAccounts()).isNull();
        assertThat(open.apiServerAccessProfile()).isNull();
        ManagedClusterInner locked = clusters().getByResourceGroup("rg-locked", "locked");
        assertThat(locked.disableLocalAccounts()).isTrue();
        assertThat(locked.tags()).containsEntry("environment", "production");
        assertThat(locked.aadProfile().managed()).isTrue();
        assertThat(locked.currentKubernetesVersion()).isEqualTo("1.33.4");
    }

    @Test
    void aStoppedClusterSaysSoAndItsKubeconfigPointsNowhere() {
        assertThat(clusters()
                        .getByResourceGroup("rg-asleep", "asleep")
                        .powerState()
                        .code())
                .hasToString("Stopped");
        byte[] kubeconfig = clusters()
                .listClusterAdminCredentials("rg-asleep", "asleep")
                .kubeconfigs()
                .getFirst()
                .value();
        assertThat(SimulatorClients.parts(kubeconfig).get("server")).contains(".invalid");
    }

    @Test
    void adminCredentialsOfAClusterWithoutLocalAccountsAreRefusedInTheFlatShape() {
        assertThatThrownBy(() -> clusters().listClusterAdminCredentials("rg-locked", "locked"))
                .isInstanceOfSatisfying(ManagementException.class, e -> {
                    assertThat(e.getResponse().getStatusCode()).isEqualTo(400);
                    assertThat(e.getValue().getCode()).isEqualTo("BadRequest");
                    assertThat(e.getMessage()).contains("set to disable local accounts");
                });
    }

    @Test
    void userCredentialsCallThePluginOfEntra() {
        byte[] kubeconfig = clusters()
                .listClusterUserCredentials("rg-locked", "locked")
                .kubeconfigs()
                .getFirst()
                .value();
        assertThat(new String(kubeconfig, UTF_8)).contains("command: kubelogin").contains(server.tenantId());
    }

    @Test
    void aClusterThatIsGoneIsNotFound() {
        assertThatThrownBy(() -> clusters().getByResourceGroup("rg-gone", "gone"))
                .isInstanceOfSatisfying(ManagementException.class, e -> {
                    assertThat(e.getResponse().getStatusCode()).isEqualTo(404);
                    assertThat(e.getValue().getCode()).isEqualTo("ResourceNotFound");
                });
    }

    @Test
    void aWrongSecretIsRefusedAsEntraRefusesIt() {
        assertThatThrownBy(() -> clients.containerService("wrong").serviceClient().getManagedClusters().list().stream()
                        .toList())
                .hasStackTraceContaining("AADSTS7000215")
                .isInstanceOf(MsalServiceException.class);
    }

    @Test
    void withoutATokenNothingIsAnswered() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.resourceManager() + "/subscriptions?api-version=2022-12-01"))
                .build();
        assertThat(clients.plain().send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        HttpRequest forged = HttpRequest.newBuilder(request.uri())
                .header("Authorization", "Bearer a.b.c")
                .build();
        assertThat(clients.plain().send(forged, BodyHandlers.ofString()).body()).contains("InvalidAuthenticationToken");
    }

    @Test
    void throttlingIsObeyedByTheSdkAndEnds() {
        faults.azure("quay-1").only(RequestKind.ADMIN_CREDENTIAL).throttle(1, Duration.ofSeconds(1));
        assertThat(clusters().listClusterAdminCredentials("rg-quay-1", "quay-1").kubeconfigs())
                .hasSize(1);
        assertThat(faults.count(RequestKind.ADMIN_CREDENTIAL, "quay-1")).isEqualTo(2);
    }

    @Test
    void aForbiddenCallNamesTheActionInTheNestedShape() {
        faults.azure("quay-2").fail(1, 403);
        assertThatThrownBy(() -> clusters().listClusterAdminCredentials("rg-quay-2", "quay-2"))
                .isInstanceOfSatisfying(ManagementException.class, e -> {
                    assertThat(e.getValue().getCode()).isEqualTo("AuthorizationFailed");
                    assertThat(e.getMessage()).contains("listClusterAdminCredential/action");
                });
    }
}
