package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.instant;
import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.percent;
import static dev.capstan.posture.Csv.Column.text;
import static dev.capstan.posture.Csv.Column.yesNo;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.FailureCause;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the file of clusters. */
final class ClusterCsv {

    private ClusterCsv() {}

    static Csv<ClusterPosture> under(Control control, Function<ClusterPosture, String> admission) {
        return new Csv<>(List.of(
                text("Cluster", ClusterPosture::name),
                text("Subscription", ClusterPosture::subscription),
                text("Resource group", ClusterPosture::resourceGroup),
                text("Location", ClusterPosture::location),
                text("Kubernetes", ClusterPosture::kubernetesVersion),
                yesNo("Stopped", ClusterPosture::stopped),
                yesNo("Production", ClusterPosture::production),
                text("Assessed", c -> word(c.freshness())),
                text("Control", _ -> control.title()),
                percent("Passing %", c -> c.score().strictPercent()),
                percent("Coverage %", c -> c.score().coveragePercent()),
                number("Passing", c -> c.score().passing()),
                number("Failing", c -> c.score().failing()),
                number("Not assessed", c -> c.score().notAssessed()),
                number("Not applicable", c -> c.score().notApplicable()),
                number("Run by AKS, passing", c -> c.apart().platformPassing()),
                number("Run by AKS, failing", c -> c.apart().platformFailing()),
                number("Injected, passing", c -> c.apart().injectedPassing()),
                number("Injected, failing", c -> c.apart().injectedFailing()),
                text("Admission", admission::apply),
                instant("Last snapshot", ClusterPosture::lastSnapshotAt),
                number("Pods", ClusterPosture::pods),
                number("Workloads", ClusterPosture::workloads),
                text("Last failure", c -> title(c.failure())),
                text("Failure in detail", ClusterPosture::failureDetail),
                instant("Failed at", ClusterPosture::failedAt),
                text("Azure resource ID", ClusterPosture::armId),
                number("Cluster ID", c -> c.id().value())));
    }

    static String word(Freshness freshness) {
        return switch (freshness) {
            case CURRENT -> "Current";
            case STALE -> "Stale";
            case NOT_ASSESSED -> "Not assessed";
        };
    }

    private static @Nullable String title(@Nullable FailureCause failure) {
        return failure == null ? null : failure.title();
    }
}
