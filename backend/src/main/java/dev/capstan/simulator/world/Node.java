package dev.capstan.simulator.world;

/**
 * A machine of a cluster.
 *
 * @param name its name
 * @param pool its node pool
 * @param windows whether it runs Windows
 * @param address its address within the virtual network
 */
public record Node(String name, NodePool pool, boolean windows, String address) {}
