package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reads the posture of the fleet. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Postures {

    /** The fleet as it stands now. */
    public FleetPosture fleet(Control control) {
        throw new UnsupportedOperationException();
    }

    /** The fleet's bands day by day, both days included. */
    public List<TrendPoint> trend(Control control, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** One cluster's bands day by day, both days included. */
    public List<TrendPoint> trend(ClusterId cluster, Control control, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** What containers ask for, most containers first; of one cluster, or of all when null. */
    public List<CapabilityCount> askedFor(@org.jspecify.annotations.Nullable ClusterId cluster, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Clusters that are not gone. Sortable by name, subscription, location, kubernetesVersion, score, failing,
     * lastSnapshotAt, freshness; by freshness (not assessed first), then name when unsorted.
     */
    public List<ClusterPosture> clusters(Control control, ClusterFilter filter, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** How many clusters the filter leaves. */
    public long countClusters(Control control, ClusterFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** One cluster, if it is known. */
    public Optional<ClusterPosture> cluster(ClusterId id, Control control) {
        throw new UnsupportedOperationException();
    }

    /** The names of the subscriptions that hold clusters, in order. */
    public List<String> subscriptions() {
        throw new UnsupportedOperationException();
    }

    /** The namespaces that run workloads now, in order; of one cluster, or of all when null. */
    public List<String> namespaces(@org.jspecify.annotations.Nullable ClusterId cluster) {
        throw new UnsupportedOperationException();
    }

    /**
     * Workloads that run now. Sortable by clusterName, namespace, name, kind, containers, failing, risk, failingSince,
     * pods; by risk (worst first), then failing, cluster, namespace, name when unsorted.
     */
    public List<WorkloadPosture> workloads(Control control, WorkloadFilter filter, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** How many workloads the filter leaves. */
    public long countWorkloads(Control control, WorkloadFilter filter) {
        throw new UnsupportedOperationException();
    }
}
