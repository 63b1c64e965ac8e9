package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * One namespace of one cluster.
 *
 * @param score its units; all of them not assessed where the cluster is not
 * @param workloads how many workloads it has
 * @param risk the worst risk among what fails, or null when nothing does
 */
public record HeatMapCell(
        ClusterId cluster,
        String namespace,
        Score score,
        long workloads,
        @Nullable Risk risk) {}
