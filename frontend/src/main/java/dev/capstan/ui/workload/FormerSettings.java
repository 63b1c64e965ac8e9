package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Verdict;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.ContainerDetails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What once ran in the workload and with which settings, newest first. */
class FormerSettings extends Div {

    private static final int ENTRIES = 10;

    /** @param control whose verdict stands beside each */
    FormerSettings(List<ContainerDetails> former, Control control, Opened opened) {
        add(list(former.subList(0, Math.min(ENTRIES, former.size())), control));
        if (former.size() > ENTRIES) {
            List<ContainerDetails> older = former.subList(ENTRIES, former.size());
            add(opened.details(
                    "former settings", "Show %s more".formatted(Words.number(older.size())), list(older, control)));
        }
    }

    private static OrderedList list(List<ContainerDetails> former, Control control) {
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        former.forEach(container -> list.add(entry(container, control)));
        return list;
    }

    private static ListItem entry(ContainerDetails container, Control control) {
        Instant until = container.seenUntil();
        Span when = new Span(Words.exact(container.seenFrom()) + (until == null ? "" : " to " + Words.exact(until)));
        when.addClassName("when");
        Span name = new Span(container.name());
        name.addClassName("strong");
        Div line = new Div(name, new Span(Words.kind(container.kind())));
        line.addClassName("timeline-line");
        Verdict verdict = container.judgement().verdicts().get(control);
        if (verdict != null) {
            line.add(Sign.of(verdict).create());
        }
        Span settings = new Span(inWords(container.settings()));
        settings.addClassName("mono");
        Span image = new Span(container.image());
        image.addClassNames("mono", "image");
        return new ListItem(when, line, settings, image);
    }

    /** The settings on one line, as they would be written. */
    static String inWords(ContainerSettings settings) {
        List<String> parts = new ArrayList<>();
        if (settings.privileged()) {
            parts.add("privileged: true");
        }
        if (!settings.added().isEmpty()) {
            parts.add("add: " + settings.added());
        }
        if (!settings.dropped().isEmpty()) {
            parts.add("drop: " + settings.dropped());
        }
        return parts.isEmpty() ? "adds and drops nothing" : String.join("  ", parts);
    }
}
