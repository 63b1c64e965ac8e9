package dev.capstan.workload;

import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.List;

/**
 * One workload with everything that ran in it.
 *
 * @param id its key within the cluster
 * @param firstSeenAt when a snapshot first had it
 * @param pods how many pods it had in the last snapshot
 * @param policyVersion the version of the policy that judges it, now or at the instant that was asked for
 * @param criteria what that policy says for its namespace
 * @param containers those running in the last snapshot first, then those that once ran, newest first
 */
public record WorkloadDetails(
        ClusterId cluster,
        long id,
        WorkloadRef ref,
        Instant firstSeenAt,
        int pods,
        int policyVersion,
        Criteria criteria,
        List<ContainerDetails> containers) {

    public WorkloadDetails {
        containers = List.copyOf(containers);
    }
}
