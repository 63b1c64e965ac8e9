package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * Which workloads to list.
 *
 * @param text part of the workload's name, in any case; blank for all
 * @param cluster only of this cluster, or null for all
 * @param namespace only of this namespace, or null for all
 * @param capability only those that ask for it: a name, {@code ALL} or {@code privileged}; null for all
 * @param risk only those whose worst risk is this one, or null for all
 * @param runBy only containers that they answer for, or null for all
 * @param failingOnly leaves out workloads without a failing container
 */
public record WorkloadFilter(
        String text,
        @Nullable ClusterId cluster,
        @Nullable String namespace,
        @Nullable String capability,
        @Nullable Risk risk,
        @Nullable RunBy runBy,
        boolean failingOnly) {

    public static final WorkloadFilter ALL = new WorkloadFilter("", null, null, null, null, null, false);
}
