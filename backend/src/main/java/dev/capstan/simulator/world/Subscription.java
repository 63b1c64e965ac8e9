package dev.capstan.simulator.world;

/**
 * An Azure subscription.
 *
 * @param id its UUID
 * @param name its display name
 * @param enabled false for one that was switched off and must not be read
 */
public record Subscription(String id, String name, boolean enabled) {}
