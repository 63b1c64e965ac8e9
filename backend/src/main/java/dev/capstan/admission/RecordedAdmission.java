package dev.capstan.admission;

import dev.capstan.evaluation.admission.ClusterAdmission;
import java.time.Instant;

/**
 * What admission stops in a cluster, as it was recorded.
 *
 * @param takenAt when the newest reading that says so began
 * @param admission what it stops, namespaces by name
 */
public record RecordedAdmission(Instant takenAt, ClusterAdmission admission) {}
