package dev.capstan.simulator.world;

import java.util.Map;

/**
 * A namespace.
 *
 * @param name its name
 * @param labels its labels, beside the one that carries its name
 */
public record Namespace(String name, Map<String, String> labels) {}
