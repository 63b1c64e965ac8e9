package dev.capstan.exceptionrequest;

import dev.capstan.fleet.ClusterId;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which containers an exception speaks of: those that meet every kind of thing that is named, by any of the names given for
 * it. What is not named narrows nothing, and something is always named.
 *
 * @param clusterTag a tag that the cluster carries, or null
 * @param kinds kinds of workloads, for instance {@code DaemonSet}
 * @param repositories images without tag and digest
 */
public record Scope(
        Set<ClusterId> clusters,
        @Nullable ClusterTag clusterTag,
        Set<String> namespaces,
        Set<String> kinds,
        Set<String> workloads,
        Set<String> containers,
        Set<String> repositories) {

    /**
     * A tag of clusters.
     *
     * @param name in lower case
     */
    public record ClusterTag(String name, String value) {}

    public Scope {
        clusters = Set.copyOf(clusters);
        namespaces = Set.copyOf(namespaces);
        kinds = Set.copyOf(kinds);
        workloads = Set.copyOf(workloads);
        containers = Set.copyOf(containers);
        repositories = Set.copyOf(repositories);
    }

    /** Whether anything is named; a kind of workload alone narrows too little to count. */
    public boolean isNarrow() {
        return !clusters.isEmpty()
                || clusterTag != null
                || Stream.of(namespaces, workloads, containers, repositories).anyMatch(names -> !names.isEmpty());
    }

    /** Whether the container is one of those. */
    public boolean covers(Target target) {
        return any(clusters, target.cluster())
                && (clusterTag == null
                        || clusterTag.value().equals(target.clusterTags().get(clusterTag.name())))
                && any(namespaces, target.namespace())
                && any(kinds, target.kind())
                && any(workloads, target.workload())
                && any(containers, target.container())
                && any(repositories, target.repository());
    }

    private static <T> boolean any(Collection<T> named, T value) {
        return named.isEmpty() || named.contains(value);
    }

    /**
     * How much is named; of two exceptions that cover a container, the one with more is the one that speaks of it. A
     * container says more than its workload, that more than the namespace, that more than an image, and so on.
     */
    public int specificity() {
        return weight(containers, 64)
                + weight(workloads, 32)
                + weight(namespaces, 16)
                + weight(repositories, 8)
                + weight(clusters, 4)
                + (clusterTag == null ? 0 : 2)
                + weight(kinds, 1);
    }

    private static int weight(Collection<?> named, int weight) {
        return named.isEmpty() ? 0 : weight;
    }
}
