package dev.capstan.simulator.world;

/**
 * A node pool of a cluster.
 *
 * @param name its name
 * @param system whether it is meant for the platform's own pods
 * @param windows whether its nodes run Windows
 * @param count how many nodes it has
 * @param vmSize the nodes' size
 * @param runtime the nodes' container runtime with its version, for example containerd://1.7.27-1
 */
public record NodePool(String name, boolean system, boolean windows, int count, String vmSize, String runtime) {

    /** A pool with the container runtime that AKS gives to its operating system. */
    public static NodePool of(String name, boolean system, boolean windows, int count, String vmSize) {
        String runtime = windows ? "containerd://1.7.20+azure" : "containerd://1.7.27-1";
        return new NodePool(name, system, windows, count, vmSize, runtime);
    }
}
