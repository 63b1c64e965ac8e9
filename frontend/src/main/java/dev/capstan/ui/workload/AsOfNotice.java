package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.time.Instant;

/** Says that a page does not speak of now, and leads back. */
final class AsOfNotice {

    private AsOfNotice() {}

    /** @param now where the page of now is */
    static Div past(Instant asOf, String now) {
        Paragraph text = new Paragraph(
                Icon.CLOCK.create(),
                new Span("This page shows what ran on " + Words.exact(asOf)
                        + ", with the verdicts recorded by then. What came later is left out."));
        Anchor back = new Anchor(now, "Back to now");
        Div notice = notice(text);
        notice.addClassName("as-of");
        notice.add(back);
        return notice;
    }

    /** Nobody looked then: what was known was too old. */
    static Div unread(Instant since) {
        return notice(new Paragraph(
                Icon.UNKNOWN.create(),
                new Span("By then the cluster had not been read for too long: since " + Words.exact(since)
                        + " nobody can say what ran. What is shown is the last that was known.")));
    }

    /** The cluster's last snapshot is too old to speak for now. */
    static Div stale(Instant read) {
        return notice(new Paragraph(
                Icon.CLOCK.create(),
                new Span("What is shown is not current: the cluster's last complete snapshot is from "),
                new Age(read),
                new Span(".")));
    }

    private static Div notice(Paragraph text) {
        Div notice = new Div(text);
        notice.addClassNames("notice", "notice-quiet");
        return notice;
    }
}
