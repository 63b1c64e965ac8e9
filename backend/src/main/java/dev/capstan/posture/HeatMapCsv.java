package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.percent;
import static dev.capstan.posture.Csv.Column.text;

import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of the file of clusters by namespaces, a row for each cell of the map. */
final class HeatMapCsv {

    private HeatMapCsv() {}

    /** @param clusters every cluster that a cell can be of */
    static Csv<HeatMapCell> under(Control control, Map<ClusterId, ClusterPosture> clusters) {
        return new Csv<>(List.of(
                text("Cluster", cell -> name(clusters.get(cell.cluster()))),
                text("Subscription", cell -> subscription(clusters.get(cell.cluster()))),
                text("Namespace", HeatMapCell::namespace),
                text("Assessed", cell -> assessed(clusters.get(cell.cluster()))),
                text("Control", _ -> control.title()),
                percent("Passing %", cell -> cell.score().strictPercent()),
                number("Passing", cell -> cell.score().passing()),
                number("Failing", cell -> cell.score().failing()),
                number("Not assessed", cell -> cell.score().notAssessed()),
                number("Not applicable", cell -> cell.score().notApplicable()),
                number("Workloads", HeatMapCell::workloads),
                text("Risk", cell -> WorkloadCsv.word(cell.risk())),
                number("Cluster ID", cell -> cell.cluster().value())));
    }

    private static @Nullable String name(@Nullable ClusterPosture cluster) {
        return cluster == null ? null : cluster.name();
    }

    private static @Nullable String subscription(@Nullable ClusterPosture cluster) {
        return cluster == null ? null : cluster.subscription();
    }

    private static @Nullable String assessed(@Nullable ClusterPosture cluster) {
        return cluster == null ? null : ClusterCsv.word(cluster.freshness());
    }
}
