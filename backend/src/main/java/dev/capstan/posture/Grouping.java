package dev.capstan.posture;

import java.util.Objects;

/** What scores are told apart by. */
public sealed interface Grouping {

    /** The subscription that holds the cluster. */
    record BySubscription() implements Grouping {}

    /** The cluster itself. */
    record ByCluster() implements Grouping {}

    /** The namespace's name; namespaces of one name in several clusters are one group. */
    record ByNamespace() implements Grouping {}

    /** Who owns the workload; what nobody owns is a group of its own. */
    record ByOwner() implements Grouping {}

    /**
     * The value of a tag of the cluster; clusters without it are a group of their own.
     *
     * @param name the tag's name, without regard to case
     */
    record ByTag(String name) implements Grouping {

        public ByTag {
            Objects.requireNonNull(name);
        }
    }
}
