package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.ContainerFinding;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The findings that are over, with how long each took, newest first. */
class FindingTable extends Div {

    private static final int ROWS = 10;

    FindingTable(List<ContainerFinding> former, Opened opened) {
        Paragraph sentence = new Paragraph(sentence(former));
        sentence.addClassName("quiet-text");
        add(sentence, table("Former findings", former.subList(0, Math.min(ROWS, former.size()))));
        if (former.size() > ROWS) {
            List<ContainerFinding> older = former.subList(ROWS, former.size());
            add(opened.details(
                    "former findings",
                    "Show %s more".formatted(Words.number(older.size())),
                    table("Older findings", older)));
        }
    }

    private static SmallTable table(String caption, List<ContainerFinding> findings) {
        SmallTable table =
                new SmallTable(caption, "Container", "Control", "+Opened", "Ended", "Open for", "How it ended");
        for (ContainerFinding finding : findings) {
            ContainerFinding.End end = finding.end();
            table.row(
                    finding.container(),
                    finding.control().title(),
                    Words.exact(finding.openedAt()) + (finding.reopened() ? " (reopened)" : ""),
                    Words.exact(Objects.requireNonNull(finding.endedAt())),
                    lasted(took(finding)),
                    end == null ? "" : end.title());
        }
        return table;
    }

    static String sentence(List<ContainerFinding> former) {
        List<Duration> fixed = former.stream()
                .filter(finding -> finding.end() == ContainerFinding.End.FIXED)
                .map(FindingTable::took)
                .sorted()
                .toList();
        return fixed.isEmpty()
                ? "None of them was fixed: each ended in another way."
                : "%s fixed; half of them within %s."
                        .formatted(
                                Words.count(fixed.size(), "finding") + (fixed.size() == 1 ? " was" : " were"),
                                lasted(fixed.get((fixed.size() - 1) / 2)));
    }

    private static Duration took(ContainerFinding finding) {
        return Duration.between(finding.openedAt(), Objects.requireNonNull(finding.endedAt()));
    }

    /** A time in its largest unit. */
    static String lasted(Duration time) {
        if (time.toDays() >= 2) {
            return Words.count(time.toDays(), "day");
        }
        return time.toHours() >= 1 ? time.toHours() + " h" : time.toMinutes() + " min";
    }
}
