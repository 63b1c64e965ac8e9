package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.containerservice.fluent.ManagedClustersClient;
import com.azure.resourcemanager.containerservice.fluent.models.ManagedClusterInner;
import com.azure.resourcemanager.containerservice.models.ManagedClusterSkuName;
import com.microsoft.aad.msal4j.MsalServiceException;
import dev.capstan.simulator.world.AzureSettings;
import dev.capstan.simulator.world.Subscription;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AzureSideOfTheSimulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Subscription CLOSED =
            new Subscription("5c1f5a1e-0000-4000-8000-000000000002", "Closed", false);

    private static final String SAFEGUARDS = "/providers/Microsoft.ContainerService/deploymentSafeguards/default";

    private final Faults faults = new Faults();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final SimulatorServer server =
            SimulatorServer.start(fleet(), ((InstantSource) now::get).withZone(ZoneOffset.UTC), faults);
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
        clusters.add(ClusterFixture.named("guarded")
                .azureFrom(
                        NOW.minusSeconds(60),
                        AzureSettings.PLAIN
                                .withSku("Automatic")
                                .withAzurePolicy(true)
                                .withSafeguards("Enforce", "Baseline", "migration"))
                .azureFrom(
                        NOW.plusSeconds(60),
                        AzureSettings.PLAIN.withAzurePolicy(false).withSafeguards("Warn", null)));
        clusters.add(ClusterFixture.named("ancient")
                .version("1.24.9")
                .azure(AzureSettings.PLAIN.withPodSecurityPolicy(true).withSafeguards("Off", null)));
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
        assertThat(all).hasSize(16).extracting(ManagedClusterInner::name).doesNotContain("gone", "closed");
        assertThat(faults.count(RequestKind.CLUSTERS)).isEqualTo(4);
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
    void theSdkReadsTheAddOnAndTheSku() {
        ManagedClusterInner guarded = clusters().getByResourceGroup("rg-guarded", "guarded");
        assertThat(guarded.addonProfiles().get("azurepolicy").enabled()).isTrue();
        assertThat(guarded.addonProfiles().get("azurepolicy").config()).isNull();
        assertThat(guarded.sku().name()).isEqualTo(ManagedClusterSkuName.AUTOMATIC);
        ManagedClusterInner plain = clusters().getByResourceGroup("rg-quay-1", "quay-1");
        assertThat(plain.addonProfiles()).isNull();
        assertThat(plain.sku().name()).isEqualTo(ManagedClusterSkuName.BASE);
        now.set(NOW.plusSeconds(60));
        guarded = clusters().getByResourceGroup("rg-guarded", "guarded");
        assertThat(guarded.addonProfiles().get("azurepolicy").enabled()).isFalse();
        assertThat(guarded.sku().name()).isEqualTo(ManagedClusterSkuName.BASE);
    }

    @Test
    void deploymentSafeguardsAreAResourceOfTheirOwn() throws Exception {
        JsonNode safeguards = arm("guarded", SAFEGUARDS + "?api-version=2025-07-01", 200);
        assertThat(safeguards.path("type").asString()).isEqualTo("Microsoft.ContainerService/deploymentSafeguards");
        JsonNode properties = safeguards.path("properties");
        assertThat(properties.path("level").asString()).isEqualTo("Enforce");
        assertThat(properties.path("podSecurityStandardsLevel").asString()).isEqualTo("Baseline");
        assertThat(properties.path("excludedNamespaces").get(0).asString()).isEqualTo("migration");
        assertThat(properties.path("systemExcludedNamespaces").get(0).asString())
                .isEqualTo("kube-system");
        assertThat(arm("quay-1", SAFEGUARDS + "?api-version=2025-07-01", 404)
                        .path("error")
                        .path("code")
                        .asString())
                .isEqualTo("ResourceNotFound");
        assertThat(faults.count(RequestKind.SAFEGUARDS, "guarded")).isEqualTo(1);
    }

    @Test
    void previewsOfTheApiTellSafeguardsAndPodSecurityPoliciesOfTheClusterItself() throws Exception {
        JsonNode guarded =
                arm("guarded", "?api-version=2025-09-02-preview", 200).path("properties");
        assertThat(guarded.path("safeguardsProfile").path("level").asString()).isEqualTo("Enforcement");
        assertThat(guarded.has("enablePodSecurityPolicy")).isFalse();
        JsonNode ancient =
                arm("ancient", "?api-version=2023-06-02-preview", 200).path("properties");
        assertThat(ancient.path("enablePodSecurityPolicy").asBoolean()).isTrue();
        assertThat(arm("quay-1", "?api-version=2025-09-02-preview", 200)
                        .path("properties")
                        .has("safeguardsProfile"))
                .isFalse();
        assertThat(arm("guarded", "?api-version=2025-09-01", 200)
                        .path("properties")
                        .has("safeguardsProfile"))
                .isFalse();
        now.set(NOW.plusSeconds(60));
        JsonNode later = arm("guarded", "?api-version=2025-09-02-preview", 200)
                .path("properties")
                .path("safeguardsProfile");
        assertThat(later.path("level").asString()).isEqualTo("Warning");
        assertThat(later.has("podSecurityStandardsLevel")).isFalse();
    }

    @Test
    void safeguardsThatWereSwitchedOffAreNoResource() throws Exception {
        JsonNode off = arm("ancient", "?api-version=2025-09-02-preview", 200)
                .path("properties")
                .path("safeguardsProfile");
        assertThat(off.path("level").asString()).isEqualTo("Off");
        arm("ancient", SAFEGUARDS + "?api-version=2025-07-01", 404);
    }

    private JsonNode arm(String cluster, String rest, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.resourceManager() + "/subscriptions/"
                        + ClusterFixture.HARBOUR.id() + "/resourceGroups/rg-" + cluster
                        + "/providers/Microsoft.ContainerService/managedClusters/" + cluster + rest))
                .header("Authorization", "Bearer " + clients.token("https://management.azure.com"))
                .build();
        HttpResponse<String> answer = clients.plain().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.MAPPER.readTree(answer.body());
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
