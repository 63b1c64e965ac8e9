package dev.capstan.assessment;

import dev.capstan.admission.Admissions;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.Collector;
import dev.capstan.collection.FailureCause;
import dev.capstan.collection.Reading;
import dev.capstan.evaluation.Evaluated;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.admission.AdmissionJudge;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.exceptionrequest.Settling;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.ClusterId;
import dev.capstan.fleet.Clusters;
import dev.capstan.workload.Policies;
import dev.capstan.workload.Recorded;
import dev.capstan.workload.Workloads;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The route of the data for one cluster: collect, evaluate, record. */
@Service
@ConditionalOnBooleanProperty(name = "capstan.collector.enabled", matchIfMissing = true)
public class Assessment {

    private static final Logger log = LoggerFactory.getLogger(Assessment.class);
    private static final int MOST_TRIES = 5;

    private final Clusters clusters;
    private final Collector collector;
    private final Policies policies;
    private final Workloads workloads;
    private final Admissions admissions;
    private final Settling settling;
    private final RunLog runs;
    private final ProgressBroadcast progress;

    Assessment(
            Clusters clusters,
            Collector collector,
            Policies policies,
            Workloads workloads,
            Admissions admissions,
            Settling settling,
            RunLog runs,
            ProgressBroadcast progress) {
        this.clusters = clusters;
        this.collector = collector;
        this.policies = policies;
        this.workloads = workloads;
        this.admissions = admissions;
        this.settling = settling;
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * Assesses the cluster. Whatever goes wrong is written into the cluster's log and stops no other cluster; the
     * snapshot before stays the newest.
     */
    @PreAuthorize("hasRole('COLLECTOR')")
    public RunSummary.Outcome assess(ClusterId id) {
        Optional<Cluster> cluster = clusters.find(id).filter(known -> !known.isGone());
        return cluster.isPresent() ? assess(cluster.get()) : RunSummary.Outcome.FAILED;
    }

    private RunSummary.Outcome assess(Cluster cluster) {
        try (var _ = MDC.putCloseable("cluster", cluster.armId())) {
            log.info("Assessment of {} starts", cluster.name());
            RunLog.Run run = runs.begin(cluster.id());
            RunSummary.Outcome outcome;
            try {
                outcome = route(cluster, run);
            } catch (RuntimeException e) {
                log.error("Assessment of {} broke off", cluster.name(), e);
                run.failed(FailureCause.UNEXPECTED, e.getClass().getSimpleName());
                outcome = RunSummary.Outcome.FAILED;
            }
            progress.publish(new ScanProgress(
                    cluster.id(),
                    outcome == RunSummary.Outcome.RECORDED ? ScanProgress.Phase.RECORDED : ScanProgress.Phase.FAILED,
                    0));
            return outcome;
        }
    }

    private RunSummary.Outcome route(Cluster cluster, RunLog.Run run) {
        Reading reading = collector.collect(cluster, pods -> progress.publish(reading(cluster, pods)));
        return switch (reading) {
            case Reading.Complete(ClusterSnapshot snapshot) -> {
                progress.publish(new ScanProgress(cluster.id(), ScanProgress.Phase.RECORDING, snapshot.pods()));
                Recorded recorded = judgeAndRecord(cluster, snapshot);
                run.recorded(snapshot, recorded);
                log.info("Assessment of {} ends: {} pods, {}", cluster.name(), snapshot.pods(), recorded);
                yield RunSummary.Outcome.RECORDED;
            }
            case Reading.Stopped _ -> {
                run.stopped();
                log.info("Assessment of {} ends: the cluster is stopped", cluster.name());
                yield RunSummary.Outcome.STOPPED;
            }
            case Reading.Failed(FailureCause cause, String detail) -> {
                run.failed(cause, detail);
                log.warn("Assessment of {} ends: {} ({}). {}", cluster.name(), cause, detail, cause.remedy());
                yield RunSummary.Outcome.FAILED;
            }
        };
    }

    private static ScanProgress reading(Cluster cluster, int pods) {
        return new ScanProgress(cluster.id(), ScanProgress.Phase.READING, pods);
    }

    /** Judges and records by the policy that holds while it records: one that changes in between judges again. */
    private Recorded judgeAndRecord(Cluster cluster, ClusterSnapshot snapshot) {
        // What is recorded is read by the exceptions in force from its instant on; what came before is concluded first.
        settling.settle();
        ClusterAdmission admission = judgeAdmission(snapshot);
        Recorded recorded = new Recorded.PolicyChanged();
        for (int tries = 0; recorded instanceof Recorded.PolicyChanged && tries < MOST_TRIES; tries++) {
            Evaluated evaluated = Evaluation.evaluate(cluster.name(), snapshot.containers(), policies.current());
            recorded = workloads.record(
                    cluster.id(),
                    snapshot,
                    evaluated,
                    () -> admissions.record(cluster.id(), snapshot.takenAt(), admission));
        }
        return recorded;
    }

    /** Admission stands beside the pods: whatever goes wrong in judging it, the pods that were read are recorded. */
    private static ClusterAdmission judgeAdmission(ClusterSnapshot snapshot) {
        try {
            return AdmissionJudge.judge(snapshot.admission());
        } catch (RuntimeException | StackOverflowError e) {
            log.error("What was read of admission could not be judged", e);
            return new ClusterAdmission(
                    new AdmissionVerdict.Unknown("Judging what was read broke off; the collector's log says why."),
                    List.of(),
                    List.of());
        }
    }
}
