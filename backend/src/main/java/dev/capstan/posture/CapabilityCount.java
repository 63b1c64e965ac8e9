package dev.capstan.posture;

import dev.capstan.benchmark.Risk;

/**
 * How often a capability is asked for now.
 *
 * @param name the capability's name without CAP_; {@code ALL} for all of them, {@code privileged} for privileged mode
 * @param risk its risk
 * @param containers in how many containers
 * @param workloads in how many workloads
 * @param clusters in how many clusters
 */
public record CapabilityCount(String name, Risk risk, long containers, long workloads, long clusters) {}
