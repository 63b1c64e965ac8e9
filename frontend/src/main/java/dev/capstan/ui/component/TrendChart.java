package dev.capstan.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.posture.Score;
import dev.capstan.posture.TrendPoint;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bands day by day as a stacked area, the same in a sentence, and the same as a table. A day of which nothing is
 * known is a gap, not a zero.
 */
public class TrendChart extends Div {

    private static final String ECHARTS = "context://webjars/echarts/5.5.0/echarts.min.js";

    private final Div canvas = new Div();
    private final Paragraph summary = new Paragraph();
    private final Div table = new Div();
    private final Div legend = new Div();
    private final NativeButton toggle = new NativeButton();
    private List<TrendPoint> points = List.of();

    public TrendChart() {
        addClassName("trend");
        canvas.addClassName("trend-canvas");
        canvas.getElement().setAttribute("role", "img");
        summary.addClassName("trend-summary");
        table.addClassName("trend-table");
        table.getElement().setAttribute("tabindex", "0");
        table.getElement().setAttribute("role", "group");
        table.getElement().setAttribute("aria-label", "Bands day by day");
        legend.addClassName("legend");
        legend.add(key("pass", "Compliant"), key("fail", "Failing"), key("unknown", "Not assessed"));
        toggle.addClassName("link-button");
        toggle.addClickListener(click -> showTable(!table.isVisible()));
        Div foot = new Div(legend, toggle);
        foot.addClassName("trend-foot");
        add(canvas, table, foot, summary);
        showTable(false);
    }

    /** Shows these days, oldest first. */
    public void show(List<TrendPoint> days) {
        points = List.copyOf(days);
        summary.setText(summaryOf(points));
        canvas.getElement().setAttribute("aria-label", "Stacked area chart. " + summary.getText());
        draw();
        if (table.isVisible()) {
            fillTable();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        ui.getPage().addJavaScript(ECHARTS);
        draw();
    }

    private void draw() {
        if (isAttached() && canvas.isVisible() && !points.isEmpty()) {
            canvas.getElement().executeJs("window.capstan.bands(this, $0)", json());
        }
    }

    private void showTable(boolean asTable) {
        table.setVisible(asTable);
        canvas.setVisible(!asTable);
        legend.setVisible(!asTable);
        toggle.setText(asTable ? "Show as chart" : "Show as table");
        if (asTable) {
            fillTable();
        } else {
            draw();
        }
    }

    private void fillTable() {
        SmallTable rows =
                new SmallTable("Bands day by day", "Day", "#Compliant", "#Failing", "#Excepted", "#Not assessed");
        for (TrendPoint point : points.reversed()) {
            Score score = point.score();
            if (score == null) {
                rows.row(Words.day(point.day()), "–", "–", "–", "–");
            } else {
                rows.row(
                        Words.day(point.day()),
                        Words.number(score.passing()),
                        Words.number(score.failing()),
                        Words.number(score.excepted()),
                        Words.number(score.notAssessed()));
            }
        }
        table.removeAll();
        table.add(rows);
    }

    private ObjectNode json() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode days = data.putArray("days");
        points.forEach(p -> days.add(p.day().toString()));
        put(data.putArray("passing"), Score::passing);
        put(data.putArray("failing"), Score::failing);
        put(data.putArray("excepted"), Score::excepted);
        put(data.putArray("notAssessed"), Score::notAssessed);
        return data;
    }

    private void put(ArrayNode band, ToLongFunction<Score> units) {
        for (TrendPoint point : points) {
            Score score = point.score();
            if (score == null) {
                band.addNull();
            } else {
                band.add(units.applyAsLong(score));
            }
        }
    }

    static String summaryOf(List<TrendPoint> points) {
        List<TrendPoint> known = points.stream().filter(p -> p.score() != null).toList();
        if (known.isEmpty()) {
            return "Nothing was recorded in this time.";
        }
        TrendPoint first = known.getFirst();
        TrendPoint last = known.getLast();
        long gaps = points.size() - known.size();
        String missing = gaps == 0 ? "" : " Nothing was recorded on %s.".formatted(Words.count(gaps, "day"));
        return "%s: %s. %s: %s.%s"
                .formatted(
                        Words.day(first.day()),
                        Words.sentence(Objects.requireNonNull(first.score())),
                        Words.day(last.day()),
                        Words.sentence(Objects.requireNonNull(last.score())),
                        missing);
    }

    private static Span key(String tone, String word) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", "band-" + tone);
        Span key = new Span(swatch, new Span(word));
        key.addClassName("key");
        return key;
    }
}
