package dev.capstan.simulator.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the catalogue describes it. Days count from the first of the 120.
 *
 * @param name its name
 * @param subscription the key of its subscription
 * @param group its resource group
 * @param region its Azure region
 * @param versions its Kubernetes versions by day
 * @param tier the tier of its control plane
 * @param nodes how many Linux nodes it has
 * @param windowsNodes how many Windows nodes it has
 * @param environment production, staging or development
 * @param owner who answers for it
 * @param costCenter who pays for it
 * @param scale the share of the services' replicas that runs here
 * @param mesh whether namespaces of teams that want it are meshed
 * @param cni the day on which the mesh stops needing istio-init, null for never
 * @param from the day on which it was created, null for long ago
 * @param lag how many days later than elsewhere teams move to the new chart here
 * @param platform the groups of platform.yaml that run here
 * @param software the entries of software.yaml that run here
 * @param teams the teams of services.yaml that run here
 * @param localAccounts whether it gives out admin credentials, null for yes
 * @param stoppedFrom the day on which it was switched off, null for never
 * @param unreachableFrom the day on which its name vanished, null for never
 * @param forbiddenFrom the day on which its pods became forbidden to read, null for never
 */
record ClusterPlan(
        String name,
        String subscription,
        String group,
        String region,
        Map<Integer, String> versions,
        String tier,
        int nodes,
        int windowsNodes,
        String environment,
        String owner,
        String costCenter,
        double scale,
        boolean mesh,
        @Nullable Integer cni,
        @Nullable Integer from,
        int lag,
        List<String> platform,
        List<String> software,
        List<String> teams,
        @Nullable Boolean localAccounts,
        @Nullable Integer stoppedFrom,
        @Nullable Integer unreachableFrom,
        @Nullable Integer forbiddenFrom) {

    boolean production() {
        return environment.equals("production");
    }

    boolean development() {
        return environment.equals("development");
    }
}
