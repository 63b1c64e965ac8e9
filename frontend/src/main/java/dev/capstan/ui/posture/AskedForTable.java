package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What containers ask for as a bar chart that is a table: every bar leads to the workloads behind it. */
public class AskedForTable extends Div {

    /**
     * @param known whether anything was read that can still be believed
     * @param cluster whose workloads the links lead to, or null for the fleet's
     */
    public AskedForTable(
            List<CapabilityCount> counts, boolean known, @Nullable ClusterId cluster, Standpoint standpoint) {
        this(WorkloadFilter.SCORED.withCluster(cluster), counts, known, standpoint);
    }

    /**
     * @param among the workloads that the links lead to, of which those that ask for the capability are chosen
     * @param known whether anything was read that can still be believed
     */
    AskedForTable(WorkloadFilter among, List<CapabilityCount> counts, boolean known, Standpoint standpoint) {
        addClassNames("asked", "fit");
        if (counts.isEmpty()) {
            add(
                    known
                            ? EmptyState.none("Nothing", "No container that was read asks for a capability.")
                            : EmptyState.noDataYet("Not known", "Nothing recent has been read."));
            return;
        }
        SmallTable table = new SmallTable(
                "Containers by what they ask for",
                "Capability",
                "Risk",
                "Containers",
                "#",
                "#+Workloads",
                "#+Clusters");
        long most = counts.stream().mapToLong(CapabilityCount::containers).max().orElse(1);
        for (CapabilityCount count : counts) {
            Anchor name = new Anchor(WorkloadLinks.to(among.withCapability(count.name()), standpoint), count.name());
            name.addClassNames("mono", "asked-name");
            name.setTitle(count.name());
            table.row(
                    name,
                    Sign.of(count.risk()).create(),
                    bar(count, most),
                    Words.number(count.containers()),
                    Words.number(count.workloads()),
                    Words.number(count.clusters()));
        }
        CapabilityCount first = counts.getFirst();
        Paragraph summary = new Paragraph("%s is asked for most: by %s of %s in %s."
                .formatted(
                        first.name(),
                        Words.count(first.containers(), "container"),
                        Words.count(first.workloads(), "workload"),
                        Words.count(first.clusters(), "cluster")));
        summary.addClassName("trend-summary");
        add(table, summary);
    }

    private static Div bar(CapabilityCount count, long most) {
        Div fill = new Div();
        fill.addClassNames("bar-fill", Sign.tone(count.risk()));
        fill.getStyle().set("width", Math.max(1, 100 * count.containers() / most) + "%");
        Div bar = new Div(fill);
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
