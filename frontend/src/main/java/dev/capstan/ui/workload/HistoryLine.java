package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Change;
import dev.capstan.workload.Judging;
import dev.capstan.workload.Lane;
import dev.capstan.workload.Stretch;
import dev.capstan.workload.Unread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of time on which each container has a lane. A verdict is told by height, icon and word as well as by colour; a
 * time of which nothing is known is hatched and never holds data.
 */
class HistoryLine extends Div {

    private static final int TICKS = 4;

    /** From so many stretches on, marks of full size would run into each other. */
    private static final int DENSE = 40;

    private final HistoryFrame frame;

    HistoryLine(HistoryFrame frame) {
        this.frame = frame;
        addClassName("history-line");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "History of the containers. " + frame.summary());
        add(row(new Span(), axis()));
        if (!frame.policies().isEmpty()) {
            add(row(new Span("Policy"), policies()));
        }
        frame.lanes().forEach(lane -> add(row(name(lane), track(lane))));
    }

    private static Div row(Component name, Component track) {
        Div row = new Div(name, track);
        row.addClassName("lane");
        name.addClassName("lane-name");
        return row;
    }

    private static Component name(Lane lane) {
        Span kind = new Span(Words.kind(lane.kind()));
        kind.addClassName("kind");
        Div name = new Div(new Span(lane.name()), kind);
        return name;
    }

    private Component axis() {
        Div axis = new Div();
        axis.addClassName("history-axis");
        axis.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i <= TICKS; i++) {
            Instant at = frame.from().plus(frame.length().multipliedBy(i).dividedBy(TICKS));
            Span tick = new Span(Words.day(LocalDate.ofInstant(at, ZoneOffset.UTC)));
            tick.getStyle().set("left", frame.percent(at));
            axis.add(tick);
        }
        return axis;
    }

    private Component policies() {
        Div track = new Div();
        track.addClassNames("track", "policy-track");
        track.getElement().setAttribute("role", "list");
        for (Judging judging : frame.policies()) {
            Span mark = new Span("v" + judging.policy());
            mark.addClassName("policy-mark");
            mark.getElement().setAttribute("role", "listitem");
            mark.getElement()
                    .setAttribute(
                            "title",
                            "Version %d of the policy judges from %s"
                                    .formatted(judging.policy(), Words.exact(judging.from())));
            mark.getStyle().set("left", frame.percent(judging.from()));
            track.add(mark);
        }
        return track;
    }

    private Component track(Lane lane) {
        Div track = new Div();
        track.addClassName("track");
        track.getElement().setAttribute("role", "group");
        track.getElement()
                .setAttribute("aria-label", lane.name() + ", stretches of time; arrow keys move between them");
        for (Unread gap : frame.unread()) {
            Span hatched = new Span();
            hatched.addClassNames("stretch-unread", "band-unknown");
            hatched.getElement().setAttribute("title", HistoryFrame.sentence(gap));
            place(hatched, gap.from(), gap.until() == null ? frame.until() : gap.until());
            track.add(hatched);
        }
        List<Stretch> stretches = lane.stretches();
        track.setClassName("dense", stretches.size() > DENSE);
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            track.add(stretch(lane, stretch, i == 0 ? null : stretches.get(i - 1), i == stretches.size() - 1));
            mark(stretch.changes(), track, stretch.from());
        }
        track.addAttachListener(attached -> track.getElement().executeJs("window.capstan.lane(this)"));
        return track;
    }

    private Component stretch(Lane lane, Stretch stretch, @Nullable Stretch before, boolean last) {
        Control control = frame.control();
        Sign sign = Sign.of(stretch.verdict(control));
        Anchor bar = new Anchor(frame.compare().apply(before == null ? stretch.from() : before.from(), stretch.from()));
        Span word = new Span(sign.word());
        bar.add(sign.icon().create(), word);
        bar.addClassNames("stretch", "stretch-" + sign.tone());
        String text = lane.name() + ": " + HistoryFrame.sentence(stretch, control, frame.until());
        bar.getElement().setAttribute("aria-label", text);
        bar.getElement().setAttribute("title", text);
        bar.getElement().setAttribute("tabindex", last ? "0" : "-1");
        place(bar, stretch.from(), stretch.until());
        return bar;
    }

    private void mark(Set<Change> changes, Div track, Instant at) {
        for (Change change : List.of(Change.SETTINGS, Change.ORIGIN, Change.IMAGE)) {
            if (changes.contains(change)) {
                Span mark = HistoryFrame.mark(change);
                mark.addClassName("change-mark");
                mark.getStyle().set("left", frame.percent(at));
                track.add(mark);
                return;
            }
        }
    }

    private void place(Component component, Instant from, Instant until) {
        component.getElement().getStyle().set("left", frame.percent(from));
        component.getElement().getStyle().set("width", frame.percent(from, until));
    }
}
