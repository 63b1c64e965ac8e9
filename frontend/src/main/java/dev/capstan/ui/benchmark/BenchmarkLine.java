package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import dev.capstan.ui.Navigation;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a benchmark lists a control, in a line that leads to the control's page: "CIS AKS 1.0 4.2.8 · level 1 ·
 * automated", or that it has no such control.
 */
public class BenchmarkLine extends Span {

    private BenchmarkLine(Benchmark benchmark, Control control) {
        addClassName("benchmark-line");
        Anchor page = new Anchor(Navigation.control(control), text(benchmark, control));
        page.setTitle(benchmark.title());
        add(page);
    }

    /** The line for the control under the benchmark. */
    public static BenchmarkLine of(Benchmark benchmark, Control control) {
        return new BenchmarkLine(benchmark, control);
    }

    /** The same as plain text. */
    public static String text(Benchmark benchmark, Control control) {
        return benchmark.shortTitle()
                + switch (benchmark.listing(control)) {
                    case Listing.Listed listed -> " " + number(listed);
                    case Listing.Absent ignored -> " has no such control";
                    case Listing.Unknown ignored -> ": number not known";
                };
    }

    /** Number, level and assessment, as far as they are known: "4.2.8 · level 1 · automated". */
    static String number(Listing.Listed listed) {
        return Stream.of(listed.number(), level(listed.level()), assessment(listed.assessment()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String level(Listing.Level level) {
        return switch (level) {
            case ONE -> "level 1";
            case TWO -> "level 2";
            case UNKNOWN -> "";
        };
    }

    private static String assessment(Listing.Assessment assessment) {
        return switch (assessment) {
            case AUTOMATED -> "automated";
            case MANUAL -> "manual";
            case UNKNOWN -> "";
        };
    }
}
