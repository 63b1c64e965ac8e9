package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.Changes;
import dev.capstan.posture.Period;
import dev.capstan.posture.Postures;
import dev.capstan.posture.ResolutionRow;
import dev.capstan.posture.Resolutions;
import dev.capstan.posture.Resolved;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Segments;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long findings have been open, and how long it takes to resolve them: of the fleet, by cluster and by owner. */
@Route(Navigation.AGE)
@PageTitle("Age and time to resolve – Capstan")
@RolesAllowed("VIEWER")
class AgeView extends Page implements AfterNavigationObserver {

    private final Postures postures;
    private final Changes changes;
    private final Resolutions resolutions;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final Div head = new Div();
    private final Div tabs = new Div();
    private final PeriodBar periods;
    private final Div contents = new Div();
    private Control control = Control.ADDED;
    private ChosenPeriod chosen = ChosenPeriod.USUAL;
    private boolean byOwner;

    AgeView(
            Postures postures,
            Changes changes,
            Resolutions resolutions,
            ChosenBenchmark benchmark,
            ProgressFeed progress,
            Clock clock) {
        this.postures = postures;
        this.changes = changes;
        this.resolutions = resolutions;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassName("age-page");
        periods = new PeriodBar(clock, wished -> getUI().ifPresent(ui -> ui.navigate(url(control, wished, byOwner))));
        Div bar = new Div(tabs, periods);
        bar.addClassName("change-bar");
        add(head, bar, contents);

        Throttle refresh = new Throttle(this, this::refresh);
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running()) {
                refresh.run();
            }
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        control = Navigation.control(parameters);
        chosen = ChosenPeriod.read(parameters, false);
        byOwner = parameters.getSingleParameter("by").filter("owner"::equals).isPresent();
        head.removeAll();
        head.add(header(
                "Age and time to resolve",
                ControlSwitch.create(control, other -> url(other, chosen, byOwner), benchmark.get())));
        tabs.removeAll();
        tabs.add(ChangeTabs.create(control, true));
        periods.show(chosen, false, wished -> url(control, wished, byOwner));
        refresh();
    }

    private void refresh() {
        Period period = chosen.period(clock, changes, null).orElseThrow();
        Div columns = new Div(
                section(
                        period.to().isNow() ? "Open findings by age" : "Open findings by age, at the end of the period",
                        new AgeBars(
                                resolutions.open(control, null, null, period.to()),
                                () -> postures.fleet(control, period.to()).assessedClusters() > 0)),
                section("Resolved " + chosen.words(), resolved(resolutions.resolved(control, null, null, period))));
        columns.addClassName("columns");
        Segments by = new Segments("Told apart by")
                .with("By cluster", url(control, chosen, false), !byOwner)
                .with("By owner", url(control, chosen, true), byOwner);
        List<ResolutionRow> rows =
                byOwner ? resolutions.byOwner(control, period) : resolutions.byCluster(control, period);
        contents.removeAll();
        contents.add(
                columns,
                section(
                        byOwner ? "Owners, the oldest findings first" : "Clusters, the oldest findings first",
                        by,
                        new ResolutionTable(rows, byOwner, control)));
    }

    private static Component resolved(Resolved resolved) {
        if (resolved.count() == 0) {
            return EmptyState.none("None resolved", "No finding was fixed and none went away in this time.");
        }
        Facts facts = new Facts()
                .with("Fixed or gone", Words.number(resolved.count()))
                .with("Half of them within", lasted(resolved.median()))
                .with("Nine of ten within", lasted(resolved.ninetieth()))
                .with("On average", lasted(resolved.mean()));
        Paragraph how = new Paragraph(
                "From the first failure to the pass, or to the end of the container. What a changed policy closed, and what"
                        + " cannot be judged any more, does not count as resolved.");
        how.addClassName("trend-summary");
        Div both = new Div(facts, how);
        both.addClassName("resolved");
        return both;
    }

    static String lasted(@Nullable Duration duration) {
        return duration == null ? "–" : Words.lasted(duration);
    }

    private static String url(Control control, ChosenPeriod period, boolean byOwner) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        period.putInto(parameters);
        parameters.put("by", byOwner ? "owner" : null);
        parameters.put("control", Navigation.parameter(control));
        return Navigation.url(Navigation.AGE, parameters);
    }
}
