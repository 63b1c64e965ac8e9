package dev.capstan.simulator.world;

/**
 * A node pool of a cluster.
 *
 * @param name its name
 * @param system whether it is meant for the platform's own pods
 * @param windows whether its nodes run Windows
 * @param count how many nodes it has
 * @param vmSize the nodes' size
 */
public record NodePool(String name, boolean system, boolean windows, int count, String vmSize) {}
