package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.capstan.evaluation.Verdict;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.WorkloadHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each container at two instants: what differs, and everything on wish. */
class ThenAndNow extends Div {

    private static final Sign[] VERDICTS = {
        Sign.of(new Verdict.Pass()),
        Sign.of(new Verdict.Fail(List.of("any"))),
        Sign.of(new Verdict.NotAssessed("any")),
        Sign.of(new Verdict.NotApplicable("any"))
    };

    /**
     * @param end the instant that the page speaks of
     * @param url where a state of the page is
     * @param choose told of a new choice of instants
     */
    ThenAndNow(
            WorkloadHistory history,
            WorkloadState state,
            Instant end,
            Function<WorkloadState, String> url,
            Consumer<WorkloadState> choose) {
        addClassName("then-and-now");
        Comparison comparison = Comparison.of(history, state, end);
        String last = state.asOf() == null ? "Now, " : "This page, ";
        Select<Instant> then = select("Then", comparison, comparison.then(), end, last);
        Select<Instant> now = select("Now", comparison, comparison.now(), end, last);
        then.addValueChangeListener(change -> choose.accept(state.comparing(change.getValue(), state.now())));
        now.addValueChangeListener(change -> choose.accept(
                state.comparing(comparison.then(), change.getValue().equals(end) ? null : change.getValue())));
        Anchor fields = new Anchor(
                url.apply(state.withEverything(!state.everything())),
                state.everything() ? "Only what differs" : "Show every field");
        fields.addClassName("more");
        Anchor page = new Anchor(url.apply(state.asOf(comparison.then())), "The whole page as of then");
        page.addClassName("more");
        Div choice = new Div(then, now, fields, page);
        choice.addClassName("then-choice");
        add(choice);
        unread(history, comparison.then());
        unread(history, comparison.now());
        List<ContainerChange> changes =
                ContainerChange.between(history.at(comparison.then()), history.at(comparison.now()));
        List<ContainerChange> shown = changes.stream()
                .filter(change -> state.everything() || change.changed())
                .toList();
        shown.forEach(change -> add(container(change, state.everything())));
        String same = changes.stream()
                .filter(change -> !change.changed())
                .map(ContainerChange::name)
                .collect(Collectors.joining(", "));
        if (changes.isEmpty()) {
            add(quiet("No container ran at either instant."));
        } else if (shown.isEmpty()) {
            add(quiet("Nothing differs between the two instants."));
        } else if (!state.everything() && !same.isEmpty()) {
            add(quiet("The same at both: " + same + "."));
        }
    }

    private void unread(WorkloadHistory history, Instant at) {
        history.unreadAt(at)
                .ifPresent(gap -> add(quiet(
                        "On %s the cluster had not been read for too long; what stands here is the last that was known."
                                .formatted(Words.exact(at)))));
    }

    private static Select<Instant> select(
            String label, Comparison comparison, Instant chosen, Instant end, String last) {
        Select<Instant> select = new Select<>();
        select.setLabel(label);
        List<Instant> offered = new ArrayList<>(comparison.choices().keySet());
        if (!offered.contains(end)) {
            offered.addFirst(end);
        }
        if (!offered.contains(chosen)) {
            offered.add(chosen);
        }
        select.setItemLabelGenerator(at -> (at.equals(end) ? last : "")
                + Words.exact(at)
                + (at.equals(end)
                        ? ""
                        : comparison.choices().containsKey(at)
                                ? ", " + comparison.choices().get(at)
                                : ""));
        select.setItems(offered);
        select.setValue(chosen);
        return select;
    }

    private static Div container(ContainerChange change, boolean everything) {
        Span kind = new Span(Words.kind(change.kind()));
        kind.addClassName("kind");
        Div title = new Div(new H3(change.name()), kind, state(change));
        title.addClassName("container-title");
        SmallTable table = new SmallTable(change.name() + " then and now", "Field", "Then", "Now");
        for (FieldChange field : change.fields()) {
            if (everything || field.changed()) {
                table.row(name(field), value(field.then()), now(field));
            }
        }
        Div all = new Div(title, table);
        all.addClassName("container-change");
        return all;
    }

    private static Span name(FieldChange field) {
        Span name = new Span(field.field());
        if (field.changed()) {
            name.addClassName("strong");
            name.addComponentAsFirst(Icon.ARROW.create());
        }
        name.addClassName("field-name");
        return name;
    }

    private static Div now(FieldChange field) {
        Div now = new Div(value(field.now()));
        now.addClassName("field-value");
        if (!field.difference().isEmpty()) {
            Span difference = new Span(field.difference());
            difference.addClassNames("mono", "difference");
            now.add(difference);
        }
        return now;
    }

    // Verdicts look the same everywhere.
    private static Component value(String words) {
        return Stream.of(VERDICTS)
                .filter(sign -> sign.word().equals(words))
                .<Component>map(Sign::create)
                .findFirst()
                .orElseGet(() -> new Span(words));
    }

    private static Span state(ContainerChange change) {
        Span state = new Span(
                !change.ran() ? "Only now" : !change.runs() ? "Only then" : change.changed() ? "Changed" : "The same");
        state.addClassName("tag");
        return state;
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}
