package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other criteria for some clusters or namespaces.
 *
 * @param clusters the clusters' names; {@code *} stands for any characters
 * @param namespaces the namespaces' names; {@code *} stands for any characters
 * @param reading how the control on added capabilities is read there
 * @param allowed what any container may add there, in place of the fleet's list
 */
public record PolicyOverride(String clusters, String namespaces, AddedReading reading, Set<Capability> allowed) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9*](?:[-A-Za-z0-9_.*]{0,252})");

    /**
     * Takes over the values.
     *
     * @throws IllegalArgumentException when a pattern holds a character that no name has
     */
    public PolicyOverride {
        allowed = Set.copyOf(allowed);
        require(clusters);
        require(namespaces);
    }

    /** Whether it is a pattern of names: letters, digits, hyphens, underscores, dots and {@code *}. */
    public static boolean isPattern(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether it holds in the namespace of the cluster. */
    public boolean matches(String cluster, String namespace) {
        return Wildcards.matches(clusters, cluster) && Wildcards.matches(namespaces, namespace);
    }

    private static void require(String pattern) {
        if (!isPattern(pattern)) {
            throw new IllegalArgumentException("Not a pattern of names: " + pattern);
        }
    }
}
