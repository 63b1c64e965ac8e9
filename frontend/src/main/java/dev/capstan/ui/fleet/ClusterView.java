package dev.capstan.ui.fleet;

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
import dev.capstan.assessment.Scans;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Changes;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Scope;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.ClusterAdmissionPart;
import dev.capstan.ui.assessment.CollectionLog;
import dev.capstan.ui.assessment.ScanPanel;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.TrendChart;
import dev.capstan.ui.posture.AskedForTable;
import dev.capstan.ui.posture.ChangesSince;
import dev.capstan.ui.posture.ControlSwitch;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
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
    private final Div standing = new Div();
    private final Div over = new Div();
    private final Div rest = new Div();
    private final TrendChart trend = new TrendChart();
    private ClusterId id = new ClusterId(0);
    private String name = "";
    private Control control = Control.ADDED;
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
        add(head, standing, over, rest);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new ClusterId(event.getRouteParameters().getLong("cluster").orElseThrow(NotFoundException::new));
        control = Navigation.control(event.getLocation().getQueryParameters());
        name = postures.cluster(id, control, AsOf.NOW)
                .map(ClusterPosture::name)
                .orElseThrow(
                        () -> new NotFoundException(
                                "There is no such cluster, or Azure does not list it any more and it was taken off the lists."));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        days = Days.of(parameters);
        head.removeAll();
        Nav path = new Nav(new Anchor(Navigation.CLUSTERS, "Clusters"));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        ScanPanel scan = new ScanPanel(id, scans, progress, mayScan, this::refresh);
        head.add(path, header(name, scan, ControlSwitch.create(control, chosen -> url(chosen, days), benchmark.get())));
        over.removeAll();
        over.add(section("Bands over time", days.segments(chosen -> url(control, chosen)), trend));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private void refresh() {
        ClusterPosture cluster = postures.cluster(id, control, AsOf.NOW)
                .orElseThrow(() -> new NotFoundException("The cluster is gone."));
        standing.removeAll();
        Optional<RecordedAdmission> admission = admissions.current(id);
        standing.add(new ClusterStanding(cluster, admission, control), new ChangesSince(changes, id, control));
        LocalDate today = LocalDate.now(clock);
        trend.show(postures.trend(new Scope.OfCluster(id), control, days.before(today), today));
        rest.removeAll();
        Div main = new Div(section("Failing workloads", new FailingWorkloads(postures, cluster, control)));
        Div aside = new Div(section(
                "What containers ask for",
                new AskedForTable(
                        postures.askedFor(id, AsOf.NOW, CAPABILITIES),
                        cluster.freshness() != Freshness.NOT_ASSESSED,
                        id,
                        control)));
        if (admission.isEmpty()) {
            aside.add(section("Namespaces", new NamespaceList(id, postures.namespaces(id, AsOf.NOW))));
        }
        Div columns = new Div(main, aside);
        columns.addClassName("columns");
        rest.add(
                columns,
                section("Admission", new ClusterAdmissionPart(cluster, admission)),
                section("Collection log", new CollectionLog(scans.log(id, RUNS))));
    }

    private String url(Control chosen, Days shown) {
        return Navigation.url(
                Navigation.cluster(id), Map.of("control", Navigation.parameter(chosen), "days", shown.parameter()));
    }
}
