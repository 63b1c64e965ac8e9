package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.instant;
import static dev.capstan.posture.Csv.Column.list;
import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.text;
import static dev.capstan.posture.Csv.Column.yesNo;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the file of workloads. */
final class WorkloadCsv {

    private WorkloadCsv() {}

    static Csv<WorkloadPosture> under(Control control) {
        return new Csv<>(List.of(
                text("Workload", WorkloadPosture::name),
                text("Kind", WorkloadPosture::kind),
                text("Namespace", WorkloadPosture::namespace),
                text("Cluster", WorkloadPosture::clusterName),
                text("Owner", WorkloadPosture::owner),
                text("Assessed", w -> ClusterCsv.word(w.freshness())),
                yesNo("Run by AKS", WorkloadPosture::platform),
                text("Control", _ -> control.title()),
                text("Risk", w -> word(w.risk())),
                number("Failing", WorkloadPosture::failing),
                number("Containers", WorkloadPosture::containers),
                list("Asks for", WorkloadPosture::askedFor),
                instant("Failing since", WorkloadPosture::failingSince),
                number("Pods", WorkloadPosture::pods),
                number("Cluster ID", w -> w.cluster().value()),
                number("Workload ID", WorkloadPosture::id)));
    }

    static String word(@Nullable Risk risk) {
        return switch (risk) {
            case null -> "None";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }
}
