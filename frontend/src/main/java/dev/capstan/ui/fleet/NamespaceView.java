package dev.capstan.ui.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.internal.UrlUtil;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.admission.Admissions;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.PlatformNamespaces;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Postures;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.AdmissionHistory;
import dev.capstan.ui.admission.NamespaceVerdict;
import dev.capstan.ui.admission.ProtectionList;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Warning;
import dev.capstan.ui.posture.ControlSwitch;
import dev.capstan.ui.posture.WorkloadLinks;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One namespace of a cluster: what stops added capabilities there, since when, and what fails in it all the same. */
@Route("clusters/:cluster([1-9][0-9]{0,17})/namespaces/:namespace")
@RolesAllowed("VIEWER")
class NamespaceView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_NAME = 253;

    private final Postures postures;
    private final Admissions admissions;
    private final ChosenBenchmark benchmark;
    private String name = "";

    NamespaceView(Postures postures, Admissions admissions, ChosenBenchmark benchmark) {
        this.postures = postures;
        this.admissions = admissions;
        this.benchmark = benchmark;
        addClassName("namespace-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClusterId id =
                new ClusterId(event.getRouteParameters().getLong("cluster").orElseThrow(NotFoundException::new));
        Control control = Navigation.control(event.getLocation().getQueryParameters());
        // Anybody can write anything into a URL, and only a name that the cluster is known to have has a page.
        name = event.getRouteParameters()
                .get("namespace")
                .map(UrlUtil::decodeURIComponent)
                .filter(NamespaceView::canBeAName)
                .orElseThrow(NamespaceView::unknown);
        ClusterPosture cluster = postures.cluster(id, control, AsOf.NOW).orElseThrow(NamespaceView::unknown);
        List<AdmissionRange> history = admissions.history(id, name);
        if (history.isEmpty() && !postures.namespaces(id, AsOf.NOW).contains(name)) {
            throw unknown();
        }
        removeAll();
        show(cluster, history, control);
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private void show(ClusterPosture cluster, List<AdmissionRange> history, Control control) {
        Nav path = new Nav(
                new Anchor(Navigation.CLUSTERS, "Clusters"),
                new Span("/"),
                new Anchor(Navigation.cluster(cluster.id(), control), cluster.name()));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        boolean platform = PlatformNamespaces.contains(name);
        Span tag = new Span("AKS's own");
        tag.addClassName("tag");
        tag.setVisible(platform);
        add(path, header(name, tag, new com.vaadin.flow.component.Component[] {
            ControlSwitch.create(control, chosen -> Navigation.namespace(cluster.id(), name, chosen), benchmark.get())
        }));
        add(NamespaceVerdict.dated(cluster, now(history)));
        add(protections(history));
        @Nullable RunBy runBy = platform ? null : RunBy.CUSTOMER;
        Anchor all = new Anchor(
                WorkloadLinks.to(
                        WorkloadFilter.ALL
                                .withCluster(cluster.id())
                                .withNamespace(name)
                                .withRunBy(runBy),
                        control),
                "All workloads of the namespace");
        add(section("Failing workloads", all, new FailingWorkloads(postures, cluster, control, name, runBy)));
        if (!history.isEmpty()) {
            add(section("History", new AdmissionHistory(history)));
        }
    }

    private static Div protections(List<AdmissionRange> history) {
        Div part = new Div();
        NamespaceAdmission now = now(history);
        if (now != null) {
            now.warnings().forEach(sentence -> part.add(new Warning(sentence)));
            part.add(section("What stops a pod here, strongest first", new ProtectionList(now)));
        } else if (!history.isEmpty()) {
            part.add(EmptyState.none("The namespace is gone", "The newest reading no longer had it."));
        }
        return part;
    }

    private static @Nullable NamespaceAdmission now(List<AdmissionRange> history) {
        return history.stream()
                .filter(range -> range.until() == null)
                .map(AdmissionRange::admission)
                .findFirst()
                .orElse(null);
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
