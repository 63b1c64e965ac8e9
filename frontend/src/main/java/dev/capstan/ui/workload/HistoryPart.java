package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.Change;
import dev.capstan.workload.Judging;
import dev.capstan.workload.Lane;
import dev.capstan.workload.Stretch;
import dev.capstan.workload.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The history of a workload as a line, the same in a sentence, and the same as a table. */
class HistoryPart extends Div {

    /** So many containers have a lane before somebody asks for the rest: debugging leaves a container each time. */
    private static final int LANES = 12;

    private final Div shown = new Div();
    private final Paragraph summary = new Paragraph();
    private final Div legend = legend();
    private final NativeButton toggle = new NativeButton();
    private final NativeButton more = new NativeButton();
    private @Nullable HistoryFrame frame;
    private boolean asTable;
    private boolean everyLane;

    HistoryPart() {
        addClassName("history-part");
        summary.addClassName("trend-summary");
        toggle.addClassName("link-button");
        toggle.addClickListener(click -> {
            asTable = !asTable;
            draw();
        });
        more.addClassName("link-button");
        more.addClickListener(click -> {
            everyLane = true;
            draw();
        });
        Div foot = new Div(legend, toggle);
        foot.addClassName("trend-foot");
        add(shown, more, foot, summary);
    }

    /** Shows a time; how it is shown stays as chosen. */
    void show(HistoryFrame wished) {
        frame = wished;
        draw();
    }

    private void draw() {
        if (frame == null) {
            return;
        }
        List<Lane> lanes = frame.lanes();
        boolean cut = !asTable && !everyLane && lanes.size() > LANES;
        HistoryFrame part = cut
                ? new HistoryFrame(
                        frame.from(),
                        frame.until(),
                        frame.control(),
                        lanes.subList(0, LANES),
                        frame.policies(),
                        frame.unread(),
                        frame.compare())
                : frame;
        summary.setText(frame.summary());
        shown.removeAll();
        shown.add(asTable ? table(frame) : new HistoryLine(part));
        more.setVisible(cut);
        more.setText("Show all " + Words.count(lanes.size(), "container"));
        legend.setVisible(!asTable);
        toggle.setText(asTable ? "Show as line" : "Show as table");
    }

    private record Row(
            Instant from, @Nullable Instant until, String what, Object verdict, String change, String settings) {}

    private static Div table(HistoryFrame frame) {
        List<Row> rows = new ArrayList<>();
        for (Lane lane : frame.lanes()) {
            for (Stretch stretch : lane.stretches()) {
                rows.add(new Row(
                        stretch.from(),
                        stretch.until(),
                        lane.name(),
                        Sign.of(stretch.verdict(frame.control())).create(),
                        HistoryFrame.changes(stretch),
                        HistoryFrame.settings(stretch)));
            }
        }
        for (Judging judging : frame.policies()) {
            rows.add(new Row(
                    judging.from(),
                    null,
                    "Policy",
                    "",
                    "version %d judges".formatted(judging.policy()),
                    judging.note()));
        }
        for (Unread gap : frame.unread()) {
            rows.add(new Row(gap.from(), gap.until(), "Cluster", "Not read", "", "nothing is known"));
        }
        rows.sort(Comparator.comparing(Row::from).reversed());
        SmallTable table =
                new SmallTable("History of the containers", "From", "+To", "Of", "Verdict", "Change", "+Settings");
        for (Row row : rows) {
            table.row(
                    Words.exact(row.from()),
                    row.until() == null || row.until().equals(frame.until()) ? "–" : Words.exact(row.until()),
                    row.what(),
                    row.verdict(),
                    row.change(),
                    row.settings());
        }
        Div scrolled = new Div(table);
        scrolled.addClassName("history-table");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", "History of the containers");
        return scrolled;
    }

    private static Div legend() {
        Div legend = new Div(
                key("stretch-fail", "Fail"),
                key("stretch-pass", "Pass"),
                key("stretch-unknown", "Not assessed"),
                key("band-unknown", "Not read"),
                mark(Change.SETTINGS, "Settings changed"),
                mark(Change.IMAGE, "Image changed"),
                mark(Change.ORIGIN, "Origin changed"));
        legend.addClassName("legend");
        return legend;
    }

    private static Span key(String look, String word) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", look);
        Span key = new Span(swatch, new Span(word));
        key.addClassName("key");
        return key;
    }

    private static Span mark(Change change, String word) {
        Span key = new Span(HistoryFrame.mark(change), new Span(word));
        key.addClassName("key");
        return key;
    }
}
