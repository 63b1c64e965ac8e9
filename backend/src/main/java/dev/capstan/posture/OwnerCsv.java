package dev.capstan.posture;

import static dev.capstan.posture.Csv.Column.instant;
import static dev.capstan.posture.Csv.Column.number;
import static dev.capstan.posture.Csv.Column.percent;
import static dev.capstan.posture.Csv.Column.text;

import dev.capstan.benchmark.Control;
import java.util.List;

/** The columns of the file of owners; the one without a name is what nobody owns. */
final class OwnerCsv {

    private OwnerCsv() {}

    static Csv<GroupScore> under(Control control) {
        return new Csv<>(List.of(
                text("Owner", GroupScore::name),
                text("Control", _ -> control.title()),
                percent("Passing %", g -> g.score().strictPercent()),
                percent("Coverage %", g -> g.score().coveragePercent()),
                number("Passing", g -> g.score().passing()),
                number("Failing", g -> g.score().failing()),
                number("Not assessed", g -> g.score().notAssessed()),
                number("Not applicable", g -> g.score().notApplicable()),
                text("Worst risk", g -> WorkloadCsv.word(g.risk())),
                instant("Failing since", GroupScore::failingSince),
                number("Workloads", GroupScore::workloads),
                number("Clusters", GroupScore::clusters)));
    }
}
