package dev.capstan.collection;

import dev.capstan.collection.admission.AdmissionFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One complete reading of one cluster, folded from pods into workloads.
 *
 * @param takenAt when the reading began
 * @param pods how many pods were read; finished pods (phase Succeeded or Failed) are among them
 * @param containers every container found, each combination of workload, kind, name, image and settings once
 * @param consistent false where the list was continued past an expired token, so that changes in between may be missed
 * @param marks the labels and annotations of the workloads that have any
 * @param admission what decides at admission; each kind that could not be read says so by itself
 */
public record ClusterSnapshot(
        Instant takenAt,
        int pods,
        List<ContainerFact> containers,
        Map<WorkloadRef, Marks> marks,
        boolean consistent,
        AdmissionFacts admission) {

    public ClusterSnapshot {
        containers = List.copyOf(containers);
        marks = Map.copyOf(marks);
    }

    /** A reading in which no workload has a label or an annotation. */
    public ClusterSnapshot(
            Instant takenAt, int pods, List<ContainerFact> containers, boolean consistent, AdmissionFacts admission) {
        this(takenAt, pods, containers, Map.of(), consistent, admission);
    }
}
