package dev.capstan.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What admission stops in the clusters' namespaces, as ranges of time. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Admissions {

    private final AdmissionWriter writer;
    private final AdmissionReads reads;
    private final TransactionOperations transaction;

    Admissions(AdmissionWriter writer, AdmissionReads reads, TransactionOperations transaction) {
        this.writer = writer;
        this.reads = reads;
        this.transaction = transaction;
    }

    /**
     * Records what was concluded from a reading: opens a range for every namespace that is new or changed, closes that
     * of every one gone or changed, and leaves the rest alone. All of it or nothing, in the transaction that is under
     * way or else in its own.
     *
     * @param takenAt when the reading began
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public Recording record(ClusterId cluster, Instant takenAt, ClusterAdmission admission) {
        return transaction.execute(_ -> writer.write(cluster, takenAt, admission));
    }

    /** What the newest reading says, if the cluster's admission was ever read. */
    public Optional<RecordedAdmission> current(ClusterId cluster) {
        return reads.at(cluster, Instant.MAX);
    }

    /** What was known at an instant, if the cluster's admission had been read by then. */
    public Optional<RecordedAdmission> at(ClusterId cluster, Instant instant) {
        return reads.at(cluster, instant);
    }

    /** What admission stopped in a namespace over time, newest first; empty for a namespace that was never seen. */
    public List<AdmissionRange> history(ClusterId cluster, String namespace) {
        return reads.history(cluster, namespace);
    }

    /** The newest verdict of every cluster whose admission was ever read. */
    public Map<ClusterId, AdmissionVerdict> verdicts() {
        return reads.verdicts();
    }

    /** The verdict that stood at an instant for every cluster whose admission had been read by then. */
    public Map<ClusterId, AdmissionVerdict> verdictsAt(Instant instant) {
        return reads.verdictsAt(instant);
    }
}
