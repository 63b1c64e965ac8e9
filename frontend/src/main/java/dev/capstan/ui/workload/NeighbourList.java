package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Neighbours;
import java.util.Map;

/** Where else the settings of a container run, the first of them by name. */
class NeighbourList extends Div {

    /** @param profile the key of the settings */
    NeighbourList(Neighbours.Found found, long profile) {
        addClassName("neighbours");
        Paragraph sentence = new Paragraph(sentence(found));
        add(sentence);
        if (found.workloads() == 0) {
            sentence.addClassName("quiet-text");
            return;
        }
        UnorderedList first = new UnorderedList();
        for (Neighbours.Neighbour neighbour : found.first()) {
            Span where = new Span(neighbour.ref().namespace() + ", " + neighbour.clusterName());
            where.addClassName("quiet-text");
            first.add(new ListItem(
                    new Anchor(
                            Navigation.workload(neighbour.cluster(), neighbour.workload()),
                            neighbour.ref().name()),
                    where));
        }
        Anchor all = new Anchor(
                Navigation.url(Navigation.WORKLOADS, Map.of("profile", Long.toString(profile), "run-by", "everyone")),
                "All workloads with these settings");
        all.addClassName("more");
        add(first, all);
    }

    /** How many and in how many clusters. */
    static String sentence(Neighbours.Found found) {
        if (found.workloads() == 0) {
            return "No other workload of the fleet runs these settings.";
        }
        String number = Words.number(found.workloads()) + (found.more() ? "+" : "");
        return "%s other %s with these settings, in %s."
                .formatted(
                        number,
                        found.workloads() == 1 ? "workload runs a container" : "workloads run a container",
                        Words.count(found.clusters(), "cluster") + (found.clusters() == 1 ? "" : " in all"));
    }
}
