package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.containerservice.ContainerServiceManager;
import dev.capstan.simulator.world.Cluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DemoFleetOverTheWireTest {
    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");
    private static final Instant NOW = EPOCH.plus(Duration.ofDays(120));

    @Test
    void theRealClientsReadAllClustersButTheFourThatRefuse() {
        SimulatedFleet fleet = SimulatedFleet.demo(42, EPOCH);
        Map<String, String> refused = new TreeMap<>();
        int pods = 0;
        try (SimulatorServer server = SimulatorServer.start(fleet, Clock.fixed(NOW, ZoneOffset.UTC))) {
            SimulatorClients clients = new SimulatorClients(server);
            for (Cluster cluster : fleet.clusters()) {
                try (KubernetesClient client = SimulatorClients.kubernetes(
                        admin(clients.containerService(server.clientSecret(), cluster.subscription()), cluster))) {
                    pods += client.pods().inAnyNamespace().list().getItems().size();
                } catch (ManagementException e) {
                    refused.put(cluster.name(), e.getValue().getCode());
                } catch (KubernetesClientException e) {
                    refused.put(cluster.name(), e.getCode() < 100 ? "unreachable" : String.valueOf(e.getCode()));
                }
            }
        }
        assertThat(refused)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "hbm-sec-weu-01", "BadRequest",
                        "hbm-perf-weu-01", "403",
                        "hbm-prod-edge-rtm", "unreachable",
                        "hbm-demo-uks-01", "unreachable"));
        assertThat(pods).isGreaterThan(2_500);
    }

    private static byte[] admin(ContainerServiceManager manager, Cluster cluster) {
        return manager.serviceClient()
                .getManagedClusters()
                .listClusterAdminCredentials(cluster.resourceGroup(), cluster.name())
                .kubeconfigs()
                .getFirst()
                .value();
    }
}
