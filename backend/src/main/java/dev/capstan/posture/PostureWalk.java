package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.exceptionrequest.ReadsByExceptions;
import dev.capstan.fleet.ClusterId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Reads the lists from one key to the next, for who walks through the whole of them: rows that come and go meanwhile
 * neither shift nor repeat others, and the thousandth page costs what the first one does.
 */
@Service
@ReadsByExceptions
@PreAuthorize("hasRole('VIEWER')")
public class PostureWalk {

    private final ClusterList clusters;
    private final WorkloadList workloads;
    private final FindingList findings;
    private final ChangeList changes;

    PostureWalk(ClusterList clusters, WorkloadList workloads, FindingList findings, ChangeList changes) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.findings = findings;
        this.changes = changes;
    }

    /** The rows of {@link Postures#clusters} after the key, or from the first one on for null. */
    public List<ClusterPosture> clusters(
            @Nullable ClusterId after, Control control, ClusterFilter filter, AsOf asOf, int limit) {
        return clusters.after(after == null ? 0 : after.value(), control, filter, asOf, limit);
    }

    /** The rows of {@link Postures#workloads} after the key, or from the first one on for null. */
    public List<WorkloadPosture> workloads(
            @Nullable WorkloadKey after, Control control, WorkloadFilter filter, AsOf asOf, int limit) {
        return workloads.after(after, control, filter, asOf, limit);
    }

    /** Findings after the key, or from the first one on for null. */
    public List<RecordedFinding> findings(
            @Nullable FindingKey after, FindingFilter filter, FindingFilter.When when, int limit) {
        return findings.after(after, filter, when, limit);
    }

    /** The rows of {@link Changes#list} after the key, or from the first one on for null. */
    public List<Change> changes(
            @Nullable ChangeKey after, Control control, Period period, ChangeFilter filter, int limit) {
        return changes.after(after, control, period, filter, limit);
    }
}
