package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.admission.Admissions;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Changes;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Resolutions;
import dev.capstan.posture.Scope;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.FleetAdmission;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.TrendChart;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Are we compliant, is it getting better, and what can we not see? */
@Route(Navigation.OVERVIEW)
@PageTitle("Overview – Capstan")
@RolesAllowed("VIEWER")
class OverviewView extends Page implements AfterNavigationObserver {

    private static final int CAPABILITIES = 12;

    private final Postures postures;
    private final Changes changes;
    private final Resolutions resolutions;
    private final Admissions admissions;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final Div head = new Div();
    private final Div standing = new Div();
    private final Div over = new Div();
    private final TrendChart trend = new TrendChart();
    private final Div asked = new Div();
    private final Div changed = new Div();
    private Control control = Control.ADDED;
    private Days days = Days.USUAL;

    OverviewView(
            Postures postures,
            Changes changes,
            Resolutions resolutions,
            Admissions admissions,
            ChosenBenchmark benchmark,
            ProgressFeed progress,
            Clock clock) {
        this.postures = postures;
        this.changes = changes;
        this.resolutions = resolutions;
        this.admissions = admissions;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassName("overview");
        Div columns = new Div(over, asked);
        columns.addClassName("overview-columns");
        changed.addClassNames("overview-columns", "overview-changes");
        add(head, standing, changed, columns);

        Throttle refresh = new Throttle(this, this::refresh);
        Feeds.follow(this, progress::onFleet, work -> refresh.run());
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
        days = Days.of(parameters);
        head.removeAll();
        head.add(header("Overview", ControlSwitch.create(control, chosen -> url(chosen, days), benchmark.get())));
        over.removeAll();
        over.add(section("Bands over time", days.segments(chosen -> url(control, chosen)), trend));
        refresh();
    }

    private void refresh() {
        FleetPosture fleet = postures.fleet(control, AsOf.NOW);
        setClassName("incomplete", fleet.incomplete());
        standing.removeAll();
        asked.removeAll();
        changed.removeAll();
        if (fleet.clusters().isEmpty()) {
            standing.add(EmptyState.noDataYet(
                    "No clusters yet",
                    "Capstan lists the clusters its identity can see in Azure every few minutes. They appear here."));
        } else {
            Div columns = new Div(new ScorePanel(fleet, control), new CoveragePanel(fleet, control));
            columns.addClassName("standing");
            standing.add(
                    CoveragePanel.figures(fleet), columns, new FleetAdmission(fleet.clusters(), admissions.verdicts()));
        }
        changed.setVisible(!fleet.clusters().isEmpty());
        over.setVisible(!fleet.clusters().isEmpty());
        asked.setVisible(!fleet.clusters().isEmpty());
        changed.add(
                section("What changed", new WhatChanged(changes, control, clock)),
                section("Open findings by age", new AgeBars(resolutions.open(control, null, null, AsOf.NOW))));
        LocalDate today = LocalDate.now(clock);
        trend.show(postures.trend(Scope.FLEET, control, days.before(today), today));
        asked.add(section(
                "What containers ask for",
                new AskedForTable(
                        postures.askedFor(null, AsOf.NOW, CAPABILITIES), fleet.assessedClusters() > 0, null, control)));
    }

    private static String url(Control control, Days days) {
        return Navigation.url(
                Navigation.OVERVIEW, Map.of("control", Navigation.parameter(control), "days", days.parameter()));
    }
}
