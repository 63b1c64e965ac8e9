package dev.capstan.simulator;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.SecuritySettings;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

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
            boolean windows) {}

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
                            windows));
                }
            }
        }
        return new FleetCensus(pods, workloads, units);
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
