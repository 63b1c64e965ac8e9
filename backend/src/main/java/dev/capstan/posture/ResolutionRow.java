package dev.capstan.posture;

import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * Open and resolved findings of one cluster or one owner.
 *
 * @param name the cluster's name or the owner; null for what nobody owns
 * @param cluster the cluster's key, or null when owners are told apart
 * @param open how old its open findings are
 * @param resolved how long those took that were resolved in the period
 */
public record ResolutionRow(@Nullable String name, @Nullable ClusterId cluster, Ages open, Resolved resolved) {}
