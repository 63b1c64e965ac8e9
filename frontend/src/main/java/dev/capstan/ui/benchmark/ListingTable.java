package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.SmallTable;
import java.util.List;
import java.util.Map;

/** Every benchmark and version with the number it has for a control. */
class ListingTable extends SmallTable {

    ListingTable(List<Benchmark> all, Benchmark chosen, Control control) {
        super("Numbers of the control, version by version", "Benchmark", "Number", "+Level", "+Assessment", "Source");
        addClassName("listing-table");
        for (Benchmark benchmark : all) {
            Component name = name(benchmark, benchmark.equals(chosen));
            switch (benchmark.listing(control)) {
                case Listing.Listed listed ->
                    row(
                            name,
                            listed.number(),
                            level(listed.level()),
                            assessment(listed.assessment()),
                            said(String.join(", ", listed.sources()), listed.otherwise()));
                case Listing.Absent absent -> row(name, "None", "–", "–", said(absent.why(), absent.otherwise()));
                case Listing.Unknown unknown -> row(name, "Not known", "–", "–", unknown.why());
            }
        }
    }

    private static Component name(Benchmark benchmark, boolean chosen) {
        Anchor link = new Anchor(
                Navigation.url(Navigation.CONTROLS, Map.of("benchmark", benchmark.id())), benchmark.shortTitle());
        link.setTitle(benchmark.title());
        Div cell = new Div(link);
        if (chosen) {
            Span yours = new Span("yours");
            yours.addClassName("tag");
            cell.add(yours);
        }
        cell.addClassName("listing-name");
        return cell;
    }

    private static Component said(String sources, List<Listing.Dissent> otherwise) {
        Div cell = new Div(new Span(sources));
        otherwise.forEach(dissent -> cell.add(ListingText.dissent(dissent)));
        return cell;
    }

    private static String level(Listing.Level level) {
        return switch (level) {
            case ONE -> "1";
            case TWO -> "2";
            case UNKNOWN -> "–";
        };
    }

    private static String assessment(Listing.Assessment assessment) {
        return switch (assessment) {
            case AUTOMATED -> "Automated";
            case MANUAL -> "Manual";
            case UNKNOWN -> "–";
        };
    }
}
