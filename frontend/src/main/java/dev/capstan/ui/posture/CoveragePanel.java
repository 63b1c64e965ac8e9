package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.collection.FailureCause;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How much of the fleet was read, and for each cluster that was not: why, and what would cure it. */
class CoveragePanel extends Section {

    private static final int SHOWN = 6;

    CoveragePanel(FleetPosture fleet, Standpoint standpoint) {
        addClassNames("part", "coverage-panel");
        List<ClusterPosture> unread = fleet.clusters().stream()
                .filter(c -> c.freshness() == Freshness.NOT_ASSESSED)
                .toList();
        H2 title = new H2(unread.isEmpty() ? "Coverage" : Words.count(unread.size(), "cluster") + " not assessed");
        Div line = new Div(title);
        line.addClassName("section-header");
        add(line);
        if (unread.isEmpty()) {
            Paragraph all = new Paragraph(
                    Icon.CHECK.create(), new Span("Every cluster has been read recently enough to be counted."));
            all.addClassNames("sign", "calm", "coverage-all");
            add(all);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("unread");
        unread.stream().limit(SHOWN).forEach(cluster -> list.add(entry(cluster, standpoint)));
        add(list);
        if (unread.size() > SHOWN) {
            add(new Anchor(
                    standpoint.url(Navigation.CLUSTERS, Map.of("freshness", "not-assessed")),
                    "All %s that are not assessed".formatted(Words.count(unread.size(), "cluster"))));
        }
    }

    /** How much of the fleet is known, in a line. */
    static Span figures(FleetPosture fleet) {
        Span figures = new Span("%s of %s assessed, %s of their containers"
                .formatted(
                        Words.number(fleet.assessedClusters()),
                        Words.count(fleet.clusters().size(), "cluster"),
                        Words.percent(fleet.score().coveragePercent())));
        figures.addClassName("figures");
        return figures;
    }

    private static ListItem entry(ClusterPosture cluster, Standpoint standpoint) {
        Anchor name = new Anchor(Navigation.cluster(cluster.id(), standpoint), cluster.name());
        Span reason = new Span(Icon.UNKNOWN.create(), new Span(reasonOf(cluster)));
        reason.addClassNames("sign", "unknown");
        Div first = new Div(name, reason);
        if (cluster.production()) {
            Span production = new Span("production");
            production.addClassName("tag");
            first.addComponentAtIndex(1, production);
        }
        first.addClassName("unread-line");
        Paragraph remedy = new Paragraph(remedyOf(cluster));
        Instant last = cluster.lastSnapshotAt();
        if (last != null) {
            remedy.add(new Span(" Last snapshot "), new Age(last), new Span("."));
        }
        return new ListItem(first, remedy);
    }

    /** Why there is no snapshot that can be believed. */
    static String reasonOf(ClusterPosture cluster) {
        if (cluster.stopped()) {
            return "Stopped";
        }
        FailureCause cause = cluster.failure();
        if (cause != null) {
            return cause.title();
        }
        return cluster.lastSnapshotAt() == null ? "Not read yet" : "The last snapshot is too old";
    }

    /** What to do about it. */
    static String remedyOf(ClusterPosture cluster) {
        if (cluster.stopped()) {
            return "The cluster is switched off; nothing runs in it. It is read when it is started again.";
        }
        FailureCause cause = cluster.failure();
        return cause != null ? cause.remedy() : "The next scan reads it.";
    }
}
