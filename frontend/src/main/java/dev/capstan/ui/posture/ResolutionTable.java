package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.AgeBucket;
import dev.capstan.posture.ResolutionRow;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.util.List;

/** Open findings by age, and how long resolved ones took, in a row for each cluster or owner. */
class ResolutionTable extends Div {

    private static final int SHOWN = 50;

    ResolutionTable(List<ResolutionRow> rows, boolean byOwner, Control control) {
        addClassName("resolution");
        if (rows.isEmpty()) {
            add(EmptyState.none("None", "No finding is open, and none was resolved in this time."));
            return;
        }
        SmallTable table = new SmallTable(
                "Findings by age and time to resolve",
                byOwner ? "Owner" : "Cluster",
                "#Open",
                "#+0–7 days",
                "#+8–30",
                "#+31–90",
                "#91–180",
                "#Over 180",
                "#+Resolved",
                "#Half within",
                "#+Nine of ten within");
        rows.stream()
                .limit(SHOWN)
                .forEach(row -> table.row(
                        name(row, control),
                        Words.number(row.open().all()),
                        count(row, AgeBucket.UP_TO_7),
                        count(row, AgeBucket.UP_TO_30),
                        count(row, AgeBucket.UP_TO_90),
                        count(row, AgeBucket.UP_TO_180),
                        count(row, AgeBucket.OVER_180),
                        Words.number(row.resolved().count()),
                        AgeView.lasted(row.resolved().median()),
                        AgeView.lasted(row.resolved().ninetieth())));
        add(table);
        if (rows.size() > SHOWN) {
            Paragraph more = new Paragraph("Only the first %d of %s are shown."
                    .formatted(SHOWN, Words.count(rows.size(), byOwner ? "owner" : "cluster")));
            more.addClassName("trend-summary");
            add(more);
        }
    }

    private static Component count(ResolutionRow row, AgeBucket bucket) {
        long count = row.open().of(bucket);
        Span number = new Span(Words.number(count));
        number.addClassName(count == 0 ? "quiet-text" : bucket == AgeBucket.OVER_180 ? "strong" : "calm");
        return number;
    }

    private static Component name(ResolutionRow row, Control control) {
        WorkloadFilter failing = WorkloadFilter.SCORED.withFailingOnly(true);
        if (row.cluster() != null) {
            String name = row.name();
            return new Anchor(WorkloadLinks.to(failing.withCluster(row.cluster()), control), name == null ? "–" : name);
        }
        String owner = row.name();
        return new Anchor(Navigation.owner(owner, control), owner == null ? "Nobody" : owner);
    }
}
