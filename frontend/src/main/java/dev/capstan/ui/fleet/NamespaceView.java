package dev.capstan.ui.fleet;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.UrlUtil;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.admission.Admissions;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Scope;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.AdmissionHistory;
import dev.capstan.ui.admission.NamespaceVerdict;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.TrendChart;
import dev.capstan.ui.posture.StandpointSwitch;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One namespace of a cluster: what stops added capabilities there, since when, and what fails in it all the same. */
@Route("clusters/:cluster([1-9][0-9]{0,17})/namespaces/:namespace")
@RolesAllowed("VIEWER")
class NamespaceView extends Page implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final int LONGEST_NAME = 253;

    private final Postures postures;
    private final Admissions admissions;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final Div head = new Div();
    private final AsOfBanner banner = new AsOfBanner();
    private final Part admitted = new Part();
    private final Part failing = new Part();
    private final Div over = new Div();
    private final TrendChart trend = new TrendChart();
    private final Part past = new Part();
    private ClusterId id = new ClusterId(0);
    private String name = "";
    private Standpoint standpoint = Standpoint.USUAL;
    private Days days = Days.USUAL;

    NamespaceView(
            Postures postures, Admissions admissions, ChosenBenchmark benchmark, ProgressFeed progress, Clock clock) {
        this.postures = postures;
        this.admissions = admissions;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassName("namespace-page");
        add(head, banner, admitted, failing, over, past);
        Throttle refresh = new Throttle(this, () -> {
            if (standpoint.isLive()) {
                refresh();
            }
        });
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
        // Anybody can write anything into a URL, and only a name that the cluster is known to have has a page.
        name = event.getRouteParameters()
                .get("namespace")
                .map(UrlUtil::decodeURIComponent)
                .filter(NamespaceView::canBeAName)
                .orElseThrow(NamespaceView::unknown);
        if (postures.cluster(id, standpoint.control(), standpoint.asOf()).isEmpty()) {
            throw unknown();
        }
        if (admissions.history(id, name).isEmpty()
                && !postures.namespaces(id, AsOf.NOW).contains(name)
                && !postures.namespaces(id, standpoint.asOf()).contains(name)) {
            throw unknown();
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        days = Days.of(parameters);
        speakOf(standpoint.moment());
        banner.show(standpoint.moment(), url(standpoint.withMoment(Moment.NOW), days));
        over.removeAll();
        // What AKS runs is counted apart, and has no trend.
        if (!NamespaceParts.platform(name)) {
            over.add(section("Bands over time", days.segments(chosen -> url(standpoint, chosen)), trend));
        }
        ClusterPosture cluster = refresh();
        head.removeAll();
        head.add(crumbs(cluster), title());
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private Nav crumbs(ClusterPosture cluster) {
        Nav path = new Nav(
                new Anchor(standpoint.url(Navigation.CLUSTERS, Map.of()), "Clusters"),
                new Span("/"),
                new Anchor(Navigation.cluster(id, standpoint), cluster.name()));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        return path;
    }

    private Div title() {
        Span tag = new Span("AKS's own");
        tag.addClassName("tag");
        tag.setVisible(NamespaceParts.platform(name));
        return header(name, tag, new Component[] {
            new StandpointSwitch(standpoint, chosen -> url(chosen, days), benchmark.get(), clock)
        });
    }

    private ClusterPosture refresh() {
        ClusterPosture cluster =
                postures.cluster(id, standpoint.control(), standpoint.asOf()).orElseThrow(NamespaceView::unknown);
        List<AdmissionRange> history = NamespaceParts.until(standpoint, admissions.history(id, name));
        admitted.show(
                List.of(cluster, history, standpoint),
                () -> List.of(
                        NamespaceVerdict.dated(cluster, NamespaceParts.holding(history)),
                        NamespaceParts.protections(standpoint, history)));
        failing.show(
                List.of(cluster, standpoint),
                () -> List.of(NamespaceParts.failing(postures, cluster, name, standpoint)));
        LocalDate last = standpoint.moment().day(clock);
        if (!NamespaceParts.platform(name)) {
            trend.show(postures.trend(
                    new Scope.OfNamespace(id, name), standpoint.control(), days.before(last), last, standpoint.asOf()));
        }
        past.setVisible(!history.isEmpty());
        past.show(history, () -> List.of(section("History", new AdmissionHistory(history))));
        return cluster;
    }

    private String url(Standpoint chosen, Days shown) {
        return Navigation.namespace(id, name, chosen, Map.of("days", shown.parameter()));
    }

    /** The database, too, is spared what no cluster can have: it takes no null character. */
    private static boolean canBeAName(String given) {
        return given.length() <= LONGEST_NAME && given.chars().noneMatch(Character::isISOControl);
    }

    private static NotFoundException unknown() {
        return new NotFoundException(
                "There is no such namespace in this cluster, or it has been gone for a long time.");
    }
}
