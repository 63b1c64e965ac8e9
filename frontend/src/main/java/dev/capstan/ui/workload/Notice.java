package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.time.Instant;

/** Says that what a page shows was not known well at the time it speaks of. */
final class Notice {

    private Notice() {}

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
