package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One workload as the list shows it.
 *
 * @param cluster the cluster's key
 * @param clusterName the cluster's name
 * @param freshness how far the cluster's last snapshot can be believed
 * @param id the workload's key within the cluster
 * @param owner who owns it, or null when nobody is known to
 * @param platform whether the row speaks of the containers that AKS runs in it, or of all others; few workloads have both
 * @param pods how many pods it had in the last snapshot
 * @param containers how many containers it has, each counted once however many pods run it
 * @param failing how many of them fail the chosen control
 * @param askedFor what its containers ask for, each once: capability names, {@code ALL}, {@code privileged}, and as
 *     written the spellings that do nothing
 * @param risk the worst risk among its failing containers, or null when none fails
 * @param failingSince since when the oldest of the failing settings has been seen, or null when none fails
 */
public record WorkloadPosture(
        ClusterId cluster,
        String clusterName,
        Freshness freshness,
        long id,
        String namespace,
        String kind,
        String name,
        @Nullable String owner,
        boolean platform,
        int pods,
        int containers,
        int failing,
        List<String> askedFor,
        @Nullable Risk risk,
        @Nullable Instant failingSince) {}
