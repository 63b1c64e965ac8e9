package dev.capstan.ui.admission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.evaluation.admission.Protection;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What admission stopped in a namespace over time, newest first. */
public class AdmissionHistory extends OrderedList {

    /** @param ranges newest first */
    public AdmissionHistory(List<AdmissionRange> ranges) {
        addClassName("timeline");
        ranges.forEach(range -> add(entry(range)));
    }

    private static ListItem entry(AdmissionRange range) {
        Instant until = range.until();
        Span when = new Span(
                until == null
                        ? "Since " + Words.exact(range.from())
                        : Words.exact(range.from()) + " to " + Words.exact(until));
        when.addClassName("when");
        NamespaceAdmission admission = range.admission();
        Span strength = new Span(Protections.deciding(admission)
                .map(protection -> protection.strength().title() + " by "
                        + protection.mechanism().title())
                .orElseGet(() -> Protections.nothing(admission.verdict())));
        Div line = new Div(AdmissionState.of(admission.verdict()).sign().create(), strength);
        line.addClassName("timeline-line");
        Span objects = new Span(admission.protections().stream()
                .map(Protection::objects)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", ")));
        objects.addClassNames("mono", "image");
        return new ListItem(when, line, objects);
    }
}
