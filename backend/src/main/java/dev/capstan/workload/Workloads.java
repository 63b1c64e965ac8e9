package dev.capstan.workload;

import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluated;
import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What ran with which settings, as ranges of time. */
@Service
public class Workloads {

    private final CriteriaRows criteria;
    private final Profiles profiles;
    private final SnapshotWriter writer;
    private final WorkloadReads reads;
    private final TransactionOperations transaction;

    Workloads(
            CriteriaRows criteria,
            Profiles profiles,
            SnapshotWriter writer,
            WorkloadReads reads,
            TransactionOperations transaction) {
        this.criteria = criteria;
        this.profiles = profiles;
        this.writer = writer;
        this.reads = reads;
        this.transaction = transaction;
    }

    /**
     * Records a snapshot: opens a range for every container that is new, closes that of every one no longer there, and
     * leaves the rest alone. All of it or nothing.
     *
     * @param evaluated what the policy concludes of the snapshot's containers
     * @param alongside what else is kept of the snapshot, in the same transaction; not run where nothing is written
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public Recorded record(ClusterId cluster, ClusterSnapshot snapshot, Evaluated evaluated, Runnable alongside) {
        // Settings and verdicts are addressed by their content and shared by all clusters: kept first and by
        // themselves, so that two clusters which bring the same ones do not wait for each other's whole snapshot.
        Keys keys = transaction.execute(_ -> keep(evaluated));
        return transaction.execute(_ -> {
            Recorded recorded =
                    writer.write(cluster, snapshot, keys, evaluated.policy().version());
            if (recorded instanceof Recorded.Written) {
                alongside.run();
            }
            return recorded;
        });
    }

    /**
     * Concludes from what an older version of Capstan has recorded, which kept no conclusions. Nothing where all is
     * concluded.
     *
     * @return for how many clusters there was something to conclude
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public int concludeFromOlderRecords() {
        List<ClusterId> clusters = writer.withoutConclusions();
        clusters.forEach(cluster -> transaction.executeWithoutResult(_ -> writer.conclude(cluster)));
        return clusters.size();
    }

    private Keys keep(Evaluated evaluated) {
        Map<Criteria, Integer> keys = criteria.keep(evaluated.judgements().keySet());
        return new Keys(evaluated.criteria(), keys, profiles.keep(evaluated.judgements(), keys));
    }

    /**
     * A workload with all that is known of it over time, if it is known.
     *
     * @param believed for how long a snapshot speaks for its cluster
     */
    @PreAuthorize("hasRole('VIEWER')")
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<WorkloadHistory> history(ClusterId cluster, long id, Duration believed) {
        return reads.history(cluster, id, reads.unread(cluster, believed));
    }
}
