package dev.capstan.workload;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Policy;
import dev.capstan.fleet.ClusterId;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What ran with which settings, as ranges of time. */
@Service
public class Workloads {

    private final Profiles profiles;
    private final SnapshotWriter writer;
    private final WorkloadReads reads;
    private final TransactionOperations transaction;

    Workloads(Profiles profiles, SnapshotWriter writer, WorkloadReads reads, TransactionOperations transaction) {
        this.profiles = profiles;
        this.writer = writer;
        this.reads = reads;
        this.transaction = transaction;
    }

    /**
     * Records a snapshot: opens a range for every container that is new, closes that of every one no longer there, and
     * leaves the rest alone. All of it or nothing.
     *
     * @param judgements what is concluded from each of the settings that occur in the snapshot
     * @param policy the policy that judged
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public Recorded record(
            ClusterId cluster, ClusterSnapshot snapshot, Map<ContainerSettings, Judgement> judgements, Policy policy) {
        // Settings and verdicts are addressed by their content and shared by all clusters: kept first and by
        // themselves, so that two clusters which bring the same ones do not wait for each other's whole snapshot.
        Map<ContainerSettings, Long> keys = transaction.execute(_ -> profiles.keep(judgements, policy.version()));
        return transaction.execute(_ -> writer.write(cluster, snapshot, keys, policy.version()));
    }

    /** A workload with everything that ran in it, if it is known. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<WorkloadDetails> find(ClusterId cluster, long id) {
        return reads.find(cluster, id);
    }
}
