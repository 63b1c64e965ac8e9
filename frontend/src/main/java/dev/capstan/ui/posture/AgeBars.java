package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.posture.AgeBucket;
import dev.capstan.posture.Ages;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.util.function.BooleanSupplier;

/** How old open findings are, as a bar chart that is a table. */
class AgeBars extends Div {

    /** @param known whether anything was read that can still be believed; asked only when no finding is open */
    AgeBars(Ages ages, BooleanSupplier known) {
        addClassNames("ages", "fit");
        if (ages.all() == 0) {
            add(
                    known.getAsBoolean()
                            ? EmptyState.none("No open finding", "No container that counts in the score fails.")
                            : EmptyState.noDataYet("Not known", "Nothing recent has been read."));
            return;
        }
        SmallTable table = new SmallTable("Open findings by age", "Open for", "Findings", "#");
        long most = 1;
        for (AgeBucket bucket : AgeBucket.values()) {
            most = Math.max(most, ages.of(bucket));
        }
        for (AgeBucket bucket : AgeBucket.values()) {
            table.row(word(bucket), bar(ages.of(bucket), most), Words.number(ages.of(bucket)));
        }
        long old = ages.of(AgeBucket.UP_TO_180) + ages.of(AgeBucket.OVER_180);
        Paragraph summary = new Paragraph("%s, %s of them for more than 90 days."
                .formatted(Words.count(ages.all(), "open finding"), Words.number(old)));
        summary.addClassName("trend-summary");
        add(table, summary);
    }

    /** The bucket's days. */
    static String word(AgeBucket bucket) {
        return bucket == AgeBucket.OVER_180 ? "over 180 days" : "%d–%d days".formatted(bucket.from(), bucket.to());
    }

    private static Component bar(long count, long most) {
        Div fill = new Div();
        fill.addClassName("bar-fill");
        fill.getStyle().set("width", (count == 0 ? 0 : Math.max(1, 100 * count / most)) + "%");
        Div bar = new Div(fill);
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }
}
