package dev.capstan.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.admission.Admissions;
import dev.capstan.admission.RecordedAdmission;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.RunSummary;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.assessment.Scans;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Changes;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Scope;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.ClusterAdmissionPart;
import dev.capstan.ui.assessment.CollectionLog;
import dev.capstan.ui.assessment.ScanPanel;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.TrendChart;
import dev.capstan.ui.posture.AskedForTable;
import dev.capstan.ui.posture.ChangesSince;
import dev.capstan.ui.posture.StandpointSwitch;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One cluster: how it stands, why it cannot be read, what fails in it, what admission stops, and what its last scans came to. */
@Route("clusters/:cluster([1-9][0-9]{0,17})")
@RolesAllowed("VIEWER")
class ClusterView extends Page implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final int CAPABILITIES = 8;
    private static final int RUNS = 12;

    private final Postures postures;
    private final Changes changes;
    private final Admissions admissions;
    private final ChosenBenchmark benchmark;
    private final Scans scans;
    private final ProgressFeed progress;
    private final Clock clock;
    private final boolean mayScan;
    private final Div head = new Div();
    private final AsOfBanner banner = new AsOfBanner();
    private final Part standing = new Part();
    private final Div over = new Div();
    private final Part failing = new Part();
    private final Part aside = new Part();
    private final Part admitted = new Part();
    private final Part log = new Part();
    private final TrendChart trend = new TrendChart();
    private ClusterId id = new ClusterId(0);
    private String name = "";
    private Standpoint standpoint = Standpoint.USUAL;
    private Days days = Days.USUAL;

    ClusterView(
            Postures postures,
            Changes changes,
            Admissions admissions,
            ChosenBenchmark benchmark,
            Scans scans,
            ProgressFeed progress,
            Clock clock,
            AuthenticationContext authentication) {
        this.postures = postures;
        this.changes = changes;
        this.admissions = admissions;
        this.benchmark = benchmark;
        this.scans = scans;
        this.progress = progress;
        this.clock = clock;
        mayScan = authentication.hasAnyRole("APPROVER", "ADMIN");
        addClassName("cluster-page");
        Div columns = new Div(failing, aside);
        columns.addClassName("columns");
        add(head, banner, standing, over, columns, admitted, log);
        Throttle refresh = new Throttle(this, this::refreshNow);
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running() && scan.cluster().equals(id)) {
                refresh.run();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new ClusterId(event.getRouteParameters().getLong("cluster").orElseThrow(NotFoundException::new));
        standpoint = Standpoint.read(event.getLocation().getQueryParameters(), clock);
        name = postures.cluster(id, standpoint.control(), standpoint.asOf())
                .map(ClusterPosture::name)
                .orElseThrow(
                        () -> new NotFoundException(
                                "There is no such cluster, or Azure does not list it any more and it was taken off the lists."));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        days = Days.of(parameters);
        speakOf(standpoint.moment());
        head.removeAll();
        Nav path = new Nav(new Anchor(standpoint.url(Navigation.CLUSTERS, Map.of()), "Clusters"));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        StandpointSwitch from = new StandpointSwitch(standpoint, chosen -> url(chosen, days), benchmark.get(), clock);
        head.add(
                path,
                standpoint.isLive()
                        ? header(name, new ScanPanel(id, scans, progress, mayScan, () -> {}), from)
                        : header(name, from));
        banner.show(standpoint.moment(), url(standpoint.withMoment(Moment.NOW), days));
        over.removeAll();
        over.add(section("Bands over time", days.segments(chosen -> url(standpoint, chosen)), trend));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    /** Follows what happens; what has passed does not change. */
    private void refreshNow() {
        if (standpoint.isLive()) {
            refresh();
        }
    }

    private void refresh() {
        Control control = standpoint.control();
        AsOf asOf = standpoint.asOf();
        ClusterPosture cluster =
                postures.cluster(id, control, asOf).orElseThrow(() -> new NotFoundException("The cluster is gone."));
        Instant then = asOf.instant();
        Optional<RecordedAdmission> admission = then == null ? admissions.current(id) : admissions.at(id, then);
        setClassName("incomplete", cluster.score().incomplete());
        standing.show(
                List.of(cluster, admission, standpoint),
                () -> standpoint.isLive()
                        ? List.of(
                                new ClusterStanding(cluster, admission, standpoint),
                                new ChangesSince(changes, id, control))
                        : List.of(new ClusterStanding(cluster, admission, standpoint)));
        LocalDate last = standpoint.moment().day(clock);
        trend.show(postures.trend(new Scope.OfCluster(id), control, days.before(last), last, asOf));
        failing.show(
                List.of(cluster, standpoint),
                () -> List.of(section("Failing workloads", new FailingWorkloads(postures, cluster, standpoint))));
        aside.show(List.of(cluster, admission.isEmpty(), standpoint), () -> aside(cluster, admission.isEmpty()));
        admitted.show(
                List.of(cluster, admission, standpoint),
                () -> List.of(section("Admission", new ClusterAdmissionPart(cluster, admission, standpoint))));
        log.setVisible(standpoint.isLive());
        if (standpoint.isLive()) {
            List<RunSummary> runs = scans.log(id, RUNS);
            log.show(runs, () -> List.of(section("Collection log", new CollectionLog(runs))));
        }
    }

    private List<Component> aside(ClusterPosture cluster, boolean listNamespaces) {
        List<Component> parts = new ArrayList<>();
        parts.add(section(
                "What containers ask for",
                new AskedForTable(
                        postures.askedFor(id, standpoint.asOf(), CAPABILITIES),
                        cluster.freshness() != Freshness.NOT_ASSESSED,
                        id,
                        standpoint)));
        if (listNamespaces) {
            parts.add(section(
                    "Namespaces", new NamespaceList(id, postures.namespaces(id, standpoint.asOf()), standpoint)));
        }
        return parts;
    }

    private String url(Standpoint chosen, Days shown) {
        return chosen.url(Navigation.cluster(id), Map.of("days", shown.parameter()));
    }
}
