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
        return fits(clusters, cluster) && fits(namespaces, namespace);
    }

    private static void require(String pattern) {
        if (!isPattern(pattern)) {
            throw new IllegalArgumentException("Not a pattern of names: " + pattern);
        }
    }

    /** Part by part, so that many asterisks cost no more than one pass over the name. */
    private static boolean fits(String pattern, String name) {
        String[] parts = pattern.split("\\*", -1);
        String first = parts[0];
        if (parts.length == 1) {
            return name.equals(first);
        }
        String last = parts[parts.length - 1];
        int end = name.length() - last.length();
        if (end < first.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int from = first.length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], from);
            if (found < 0 || found + parts[i].length() > end) {
                return false;
            }
            from = found + parts[i].length();
        }
        return true;
    }
}
