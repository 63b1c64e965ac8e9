package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import java.util.List;

/** How a benchmark lists a control, who says so, and who says something else. */
class ListingText extends Div {

    ListingText(Benchmark benchmark, Control control) {
        addClassName("listing");
        switch (benchmark.listing(control)) {
            case Listing.Listed listed -> {
                Span number = new Span(benchmark.shortTitle() + " " + BenchmarkLine.number(listed));
                number.addClassName("listing-number");
                add(new Div(number), new Paragraph(listed.title() + "."));
                sources(listed.sources(), listed.otherwise());
                if (listed.note() != null) {
                    add(quiet(listed.note()));
                }
            }
            case Listing.Absent absent -> {
                add(sign(Icon.MINUS, benchmark.shortTitle() + " has no such control"), new Paragraph(absent.why()));
                sources(absent.sources(), absent.otherwise());
            }
            case Listing.Unknown unknown ->
                add(sign(Icon.UNKNOWN, "Not known for " + benchmark.shortTitle()), new Paragraph(unknown.why()));
        }
    }

    private void sources(List<String> sources, List<Listing.Dissent> otherwise) {
        add(quiet("Source: " + String.join(", ", sources) + "."));
        otherwise.forEach(dissent -> add(dissent(dissent)));
    }

    /** A source that disagrees, in a line. */
    static Paragraph dissent(Listing.Dissent dissent) {
        Paragraph line = new Paragraph(
                Icon.WARNING.create(), new Span("%s disagrees: %s".formatted(dissent.source(), dissent.says())));
        line.addClassNames("sign", "warning");
        return line;
    }

    private static Div sign(Icon icon, String word) {
        return new Div(new Sign(icon, word, "quiet").create());
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassName("quiet-text");
        return quiet;
    }
}
