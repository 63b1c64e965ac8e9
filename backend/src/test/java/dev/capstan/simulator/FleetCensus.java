package dev.capstan.simulator;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.SecuritySettings;
import dev.capstan.simulator.world.Workload;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is there in a fleet at an instant, whether or not it can be read: pods, workloads, and containers as they are
 * counted, each combination of cluster, workload, role, name, image and settings once.
 */
record FleetCensus(int pods, Set<String> workloads, Set<Unit> units) {

    /** A container that is judged. */
    record Unit(
            String cluster,
            String workload,
            ContainerSpec.Role role,
            String name,
            String image,
            SecuritySettings settings,
            boolean windows,
            boolean byAks) {}

    static FleetCensus of(SimulatedFleet fleet, Instant t) {
        int pods = 0;
        Set<String> workloads = new HashSet<>();
        Set<Unit> units = new HashSet<>();
        for (Cluster cluster : fleet.clusters()) {
            if (!cluster.life().span().contains(t)) {
                continue;
            }
            for (Pod pod : cluster.podsAt(t)) {
                pods++;
                String workload = pod.shape().workload().toString();
                workloads.add(cluster.name() + "/" + workload);
                PodTemplate template = pod.shape().template();
                for (ContainerSpec spec : template.containers()) {
                    boolean windows = template.settings().windows();
                    units.add(new Unit(
                            cluster.name(),
                            workload,
                            spec.role(),
                            spec.name(),
                            spec.image(),
                            spec.settings(),
                            windows,
                            byAks(pod.shape().workload(), spec)));
                }
            }
        }
        return new FleetCensus(pods, workloads, units);
    }

    /** Whether two of three facts say that AKS runs it: where it is, what it is labelled, whose image it is. */
    private static boolean byAks(Workload workload, ContainerSpec container) {
        boolean itsNamespace = Set.of("kube-system", "gatekeeper-system", "calico-system", "aks-istio-system")
                .contains(workload.namespace());
        boolean itsLabel = Stream.of(workload.labels(), workload.ownLabels())
                .anyMatch(labels -> "aks".equals(labels.get("kubernetes.azure.com/managedby")));
        boolean itsImage = container.image().startsWith("mcr.microsoft.com/");
        return Stream.of(itsNamespace, itsLabel, itsImage).filter(fact -> fact).count() >= 2;
    }

    /** The share of Linux containers that add nothing and are not privileged, in percent. */
    double strict() {
        long judged = units.stream().filter(unit -> !unit.windows()).count();
        long passed = units.stream()
                .filter(unit -> !unit.windows() && unit.settings().addsNothing())
                .count();
        return 100.0 * passed / judged;
    }

    /** How many containers are here that the other does not know. */
    long newSince(FleetCensus other) {
        return units.stream().filter(unit -> !other.units().contains(unit)).count();
    }
}
