package dev.capstan.posture;

import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/** A part of the fleet that has a trend of its own. */
public sealed interface Scope {

    /** The whole fleet. */
    Scope FLEET = new Fleet();

    /** The whole fleet. */
    record Fleet() implements Scope {}

    /** The clusters of the subscription of this name. */
    record OfSubscription(String name) implements Scope {}

    /** The clusters that carry the tag. */
    record OfTag(Tag tag) implements Scope {}

    /** One cluster. */
    record OfCluster(ClusterId cluster) implements Scope {}

    /**
     * A namespace.
     *
     * @param cluster of this cluster, or of every cluster that has one of the name when null
     */
    record OfNamespace(@Nullable ClusterId cluster, String name) implements Scope {}

    /**
     * What someone owns.
     *
     * @param name the owner, or {@link WorkloadFilter#NO_OWNER} for what nobody owns
     */
    record OfOwner(String name) implements Scope {}
}
