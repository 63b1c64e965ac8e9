package dev.capstan.collection.pod;

import dev.capstan.benchmark.ContainerRuntime;

/**
 * What is known of the node that a pod runs on.
 *
 * @param runtime what starts its containers
 * @param windows whether it runs Windows
 */
public record NodeFact(ContainerRuntime runtime, boolean windows) {

    /** The node of a pod that is not placed yet, or of which nothing could be read. */
    public static final NodeFact UNKNOWN = new NodeFact(ContainerRuntime.CONTAINERD, false);
}
