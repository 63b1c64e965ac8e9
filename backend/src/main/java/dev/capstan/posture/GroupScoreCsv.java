package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.instant;
import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.percent;
import static dev.capstan.posture.Csv.Column.text;

import dev.capstan.benchmark.Control;
import java.util.List;

/** The columns of the file of scores by something. */
final class GroupScoreCsv {

    private GroupScoreCsv() {}

    static Csv<GroupScore> of(Grouping grouping, Control control) {
        return new Csv<>(List.of(
                text(name(grouping), GroupScore::name),
                text("Control", _ -> control.title()),
                percent("Passing %", group -> group.score().strictPercent()),
                percent("Coverage %", group -> group.score().coveragePercent()),
                number("Passing", group -> group.score().passing()),
                number("Failing", group -> group.score().failing()),
                number("Not assessed", group -> group.score().notAssessed()),
                number("Not applicable", group -> group.score().notApplicable()),
                number("Workloads", GroupScore::workloads),
                number("Clusters", GroupScore::clusters),
                instant("Failing since", GroupScore::failingSince)));
    }

    private static String name(Grouping grouping) {
        return switch (grouping) {
            case Grouping.BySubscription() -> "Subscription";
            case Grouping.ByCluster() -> "Cluster";
            case Grouping.ByNamespace() -> "Namespace";
            case Grouping.ByOwner() -> "Owner";
            case Grouping.ByTag(String name) -> "Tag " + name;
        };
    }
}
