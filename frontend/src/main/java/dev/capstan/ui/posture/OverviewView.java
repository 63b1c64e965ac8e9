package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.admission.Admissions;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.Changes;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Resolutions;
import dev.capstan.posture.Scope;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.FleetAdmission;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.TrendChart;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private final AsOfBanner banner = new AsOfBanner();
    private final Part standing = new Part();
    private final Div over = new Div();
    private final TrendChart trend = new TrendChart();
    private final Part asked = new Part();
    private final Part changed = new Part();
    private final Part scores = new Part();
    private Standpoint standpoint = Standpoint.USUAL;
    private Days days = Days.USUAL;
    private ScoresBy by = ScoresBy.USUAL;

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
        add(head, banner, standing, changed, columns, scores);

        Throttle refresh = new Throttle(this, this::refreshNow);
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
        standpoint = Standpoint.read(parameters, clock);
        days = Days.of(parameters);
        by = ScoresBy.read(parameters, postures::tagNames);
        speakOf(standpoint.moment());
        head.removeAll();
        head.add(header(
                "Overview", new StandpointSwitch(standpoint, chosen -> url(chosen, days, by), benchmark.get(), clock)));
        banner.show(standpoint.moment(), url(standpoint.withMoment(Moment.NOW), days, by));
        over.removeAll();
        over.add(section("Bands over time", days.segments(chosen -> url(standpoint, chosen, by)), trend));
        refresh();
    }

    /** Follows what happens; what has passed does not change. */
    private void refreshNow() {
        if (standpoint.isLive()) {
            refresh();
        }
    }

    private void refresh() {
        FleetPosture fleet = postures.fleet(standpoint.control(), standpoint.asOf());
        boolean any = !fleet.clusters().isEmpty();
        setClassName("incomplete", fleet.incomplete());
        Map<ClusterId, AdmissionVerdict> verdicts = verdicts();
        standing.show(
                List.of(fleet, verdicts, standpoint),
                () -> any
                        ? List.of(CoveragePanel.figures(fleet), panels(fleet), admission(fleet, verdicts))
                        : List.of(nothing()));
        changed.setVisible(any);
        over.setVisible(any);
        asked.setVisible(any);
        scores.setVisible(any);
        if (!any) {
            return;
        }
        boolean known = fleet.assessedClusters() > 0;
        changed.show(List.of(fleet, standpoint), () -> changed(known));
        LocalDate last = standpoint.moment().day(clock);
        trend.show(postures.trend(Scope.FLEET, standpoint.control(), days.before(last), last, standpoint.asOf()));
        List<CapabilityCount> counts = postures.askedFor(null, standpoint.asOf(), CAPABILITIES);
        asked.show(
                List.of(counts, known, standpoint),
                () -> List.of(section("What containers ask for", new AskedForTable(counts, known, null, standpoint))));
        List<GroupScore> groups = postures.scores(by.grouping(), standpoint.control(), standpoint.asOf());
        scores.show(
                List.of(groups, by, standpoint, days),
                () -> List.of(new ScoresPanel(
                        groups, by, standpoint, postures.tagNames(), chosen -> url(standpoint, days, chosen))));
    }

    private List<Component> changed(boolean known) {
        Component ages = section(
                "Open findings by age",
                new AgeBars(resolutions.open(standpoint.control(), null, null, standpoint.asOf()), () -> known));
        // What changed lately is told of now alone; the changes of any time are a screen of their own.
        return standpoint.isLive()
                ? List.of(section("What changed", new WhatChanged(changes, standpoint.control(), clock)), ages)
                : List.of(ages);
    }

    private Map<ClusterId, AdmissionVerdict> verdicts() {
        Instant then = standpoint.asOf().instant();
        return then == null ? admissions.verdicts() : admissions.verdictsAt(then);
    }

    private Div panels(FleetPosture fleet) {
        Div panels = new Div(new ScorePanel(fleet, standpoint), new CoveragePanel(fleet, standpoint));
        panels.addClassName("standing");
        return panels;
    }

    private FleetAdmission admission(FleetPosture fleet, Map<ClusterId, AdmissionVerdict> verdicts) {
        return new FleetAdmission(fleet.clusters(), verdicts, standpoint);
    }

    private EmptyState nothing() {
        return standpoint.isLive()
                ? EmptyState.noDataYet(
                        "No clusters yet",
                        "Capstan lists the clusters its identity can see in Azure every few minutes. They appear here.")
                : EmptyState.noDataYet("No clusters then", "Nothing had been recorded by that time.");
    }

    private static String url(Standpoint standpoint, Days days, ScoresBy by) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("days", days.parameter());
        parameters.putAll(by.parameters());
        return standpoint.url(Navigation.OVERVIEW, parameters);
    }
}
