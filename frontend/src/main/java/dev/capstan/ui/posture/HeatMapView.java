package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Segments;
import dev.capstan.ui.component.Throttle;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.PageRequest;

/** Where in the fleet it fails: clusters by namespaces, the worst first in both directions. */
@Route(Navigation.HEAT_MAP)
@PageTitle("Heat map – Capstan")
@RolesAllowed("VIEWER")
class HeatMapView extends Page implements AfterNavigationObserver {

    private static final int ROWS = 50;
    private static final int COLUMNS = 100;
    private static final int PAUSE_IN_TYPING_MS = 300;

    private final Postures postures;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final Span count = new Span();
    private final Div beside = new Div();
    private final AsOfBanner banner = new AsOfBanner();
    private final TextField search = new TextField();
    private final ClusterFilterFields fields;
    private final Div measure = new Div();
    private final Paragraph summary = new Paragraph();
    private final Part legend = new Part();
    private final HeatMapTable table = new HeatMapTable();
    private final Part pages = new Part();
    private final Part nothing = new Part();

    // Read by downloads, too, which hold no lock.
    private volatile HeatMapState state = HeatMapState.USUAL;

    // While the fields are set from the URL, their changes are nobody's wish.
    private boolean settingFields;

    HeatMapView(
            Postures postures, PostureExport export, ChosenBenchmark benchmark, ProgressFeed progress, Clock clock) {
        this.postures = postures;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassNames("list-page", "heat-page");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        beside.addClassName("beside");
        ExportLink link = new ExportLink("heat-map", () -> state.standpoint().moment(), clock, to -> {
            HeatMapState wanted = state;
            Standpoint standpoint = wanted.standpoint();
            export.heatMap(standpoint.control(), wanted.filter(), standpoint.asOf(), to);
        });
        search.addClassName("search");
        search.setAriaLabel("Filter clusters by text");
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_IN_TYPING_MS);
        search.getElement().setAttribute("data-search", true);
        search.addValueChangeListener(e -> fieldsChanged(false));
        fields = new ClusterFilterFields(postures, search, () -> fieldsChanged(true));
        Div filter = new Div(search, fields.subscription(), fields.resourceGroup(), fields.tag(), measure);
        filter.addClassName("filter");
        filter.getElement().setAttribute("role", "search");
        measure.addClassName("heat-measure");
        summary.addClassName("trend-summary");
        Div words = new Div(summary, legend);
        words.addClassName("heat-words");
        pages.addClassName("heat-pages");
        add(header("Heat map", count, new Component[] {beside, link}), banner, filter, words, nothing, table, pages);

        Throttle refresh = new Throttle(this, () -> {
            if (state.standpoint().isLive()) {
                refresh();
            }
        });
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running()) {
                refresh.run();
            }
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = HeatMapState.read(event.getLocation().getQueryParameters(), clock);
        settingFields = true;
        fields.show(state.filter());
        settingFields = false;
        showHead();
        refresh();
    }

    private void fieldsChanged(boolean step) {
        ClusterFilter wished = fields.filter();
        if (!settingFields && !wished.equals(state.filter())) {
            state = state.withFilter(wished);
            Navigation.remember(UI.getCurrent(), state.url(), step);
            showHead();
            refresh();
        }
    }

    private void showHead() {
        Standpoint standpoint = state.standpoint();
        speakOf(standpoint.moment());
        banner.show(
                standpoint.moment(),
                state.withStandpoint(standpoint.withMoment(Moment.NOW)).url());
        beside.removeAll();
        beside.add(new StandpointSwitch(
                standpoint, chosen -> state.withStandpoint(chosen).url(), benchmark.get(), clock));
        Segments choices = new Segments("Number in the cells");
        for (HeatMeasure each : HeatMeasure.values()) {
            choices.with(each.word(), state.withMeasure(each).url(), each == state.measure());
        }
        measure.removeAll();
        measure.add(choices);
    }

    private void refresh() {
        Standpoint standpoint = state.standpoint();
        long all = postures.countClusters(standpoint.control(), state.filter(), standpoint.asOf());
        Pages rows = Pages.of(state.from(), ROWS, Math.toIntExact(all));
        List<ClusterPosture> clusters = postures.clusters(
                standpoint.control(),
                state.filter(),
                standpoint.asOf(),
                PageRequest.of(rows.first() / ROWS, ROWS, state.measure().order()));
        HeatMap map = HeatMap.of(
                clusters,
                clusters.isEmpty()
                        ? List.of()
                        : postures.heatMap(
                                standpoint.control(),
                                clusters.stream().map(ClusterPosture::id).toList(),
                                standpoint.asOf()));
        Pages columns = Pages.of(state.column(), COLUMNS, map.namespaces().size());
        show(map, rows, columns);
    }

    private void show(HeatMap map, Pages rows, Pages columns) {
        boolean any = !map.namespaces().isEmpty();
        count.setText(rows.sentence("cluster"));
        summary.setText(
                any ? map.summary() + (columns.several() ? " " + columns.sentence("namespace") + "." : "") : "");
        legend.setVisible(any);
        legend.show(state.measure(), () -> List.of(new HeatLegend(state.measure())));
        table.setVisible(any);
        if (any) {
            table.show(
                    map, map.namespaces().subList(columns.first(), columns.end()), state.measure(), state.standpoint());
        }
        nothing.show(List.of(any, map.clusters().isEmpty(), state), () -> any ? List.of() : List.of(nothing(map)));
        pages.setVisible(rows.several() || columns.several());
        pages.show(
                List.of(rows, columns, state),
                () -> List.of(
                        rows.links("cluster", from -> state.withFrom(from).url()),
                        columns.links(
                                "namespace", from -> state.withColumn(from).url())));
    }

    private EmptyState nothing(HeatMap map) {
        if (map.clusters().isEmpty() && !state.filter().equals(ClusterFilter.ALL)) {
            NativeButton clear = new NativeButton("Clear the filter", click -> {
                settingFields = true;
                fields.show(ClusterFilter.ALL);
                settingFields = false;
                fieldsChanged(true);
            });
            clear.addClassName("link-button");
            return EmptyState.filteredOut("clusters", clear);
        }
        return state.standpoint().isLive()
                ? EmptyState.noDataYet(
                        "No namespaces yet", "They appear with the first complete snapshot of a cluster.")
                : EmptyState.noDataYet("No namespaces then", "Nothing had been recorded by that time.");
    }
}
