package dev.capstan.ui.workload;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.admission.Admissions;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.PostureSettings;
import dev.capstan.posture.Postures;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.workload.Neighbours;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyVersion;
import dev.capstan.workload.WorkloadFindings;
import dev.capstan.workload.WorkloadHistory;
import dev.capstan.workload.Workloads;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a workload's page takes what it shows from. */
@SpringComponent
class WorkloadSources {

    private final Workloads workloads;
    private final WorkloadFindings findings;
    private final Neighbours neighbours;
    private final Postures postures;
    private final PostureSettings settings;
    private final Admissions admissions;
    private final Policies policies;
    private final ChosenBenchmark benchmark;
    private final Clock clock;

    WorkloadSources(
            Workloads workloads,
            WorkloadFindings findings,
            Neighbours neighbours,
            Postures postures,
            PostureSettings settings,
            Admissions admissions,
            Policies policies,
            ChosenBenchmark benchmark,
            Clock clock) {
        this.workloads = workloads;
        this.findings = findings;
        this.neighbours = neighbours;
        this.postures = postures;
        this.settings = settings;
        this.admissions = admissions;
        this.policies = policies;
        this.benchmark = benchmark;
        this.clock = clock;
    }

    Optional<WorkloadHistory> history(ClusterId cluster, long id) {
        return workloads.history(cluster, id, settings.notAssessedAfter()).map(history -> history.by(clock.instant()));
    }

    WorkloadFindings findings() {
        return findings;
    }

    Map<Long, Neighbours.Found> neighbours(List<Long> profiles, ClusterId cluster, long workload) {
        Map<Long, Neighbours.Found> found = new LinkedHashMap<>();
        profiles.forEach(profile -> found.put(profile, neighbours.of(profile, cluster, workload)));
        return found;
    }

    Optional<ClusterPosture> cluster(ClusterId cluster, Control control, AsOf asOf) {
        return postures.cluster(cluster, control, asOf);
    }

    Optional<NamespaceAdmission> admission(ClusterId cluster, String namespace, Instant at) {
        return admissions.history(cluster, namespace).stream()
                .filter(range -> !range.from().isAfter(at))
                .filter(range -> range.until() == null || range.until().isAfter(at))
                .map(AdmissionRange::admission)
                .findFirst();
    }

    Optional<PolicyVersion> policy(int version) {
        return policies.history().stream()
                .filter(policy -> policy.policy().version() == version)
                .findFirst();
    }

    Benchmark benchmark() {
        return benchmark.get();
    }

    Clock clock() {
        return clock;
    }
}
