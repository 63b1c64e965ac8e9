package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.capstan.admission.AdmissionRange;
import dev.capstan.admission.Admissions;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.NamespaceVerdict;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Command;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.ContainerDetails;
import dev.capstan.workload.Policies;
import dev.capstan.workload.WorkloadDetails;
import dev.capstan.workload.Workloads;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One workload: what each container asks for, what it really holds, what the controls say, and how that came to be. */
@Route("clusters/:cluster([1-9][0-9]{0,17})/workloads/:workload([1-9][0-9]{0,17})")
@RolesAllowed("VIEWER")
class WorkloadView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Workloads workloads;
    private final Postures postures;
    private final Admissions admissions;
    private final Policies policies;
    private final ChosenBenchmark benchmark;
    private String name = "";

    WorkloadView(
            Workloads workloads,
            Postures postures,
            Admissions admissions,
            Policies policies,
            ChosenBenchmark benchmark) {
        this.workloads = workloads;
        this.postures = postures;
        this.admissions = admissions;
        this.policies = policies;
        this.benchmark = benchmark;
        addClassName("workload-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClusterId cluster =
                new ClusterId(event.getRouteParameters().getLong("cluster").orElseThrow(NotFoundException::new));
        long id = event.getRouteParameters().getLong("workload").orElseThrow(NotFoundException::new);
        ClusterPosture where =
                postures.cluster(cluster, Control.ADDED, AsOf.NOW).orElseThrow(WorkloadView::unknown);
        WorkloadDetails workload = workloads.find(cluster, id).orElseThrow(WorkloadView::unknown);
        name = workload.ref().name();
        removeAll();
        show(workload, where);
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private void show(WorkloadDetails workload, ClusterPosture cluster) {
        Nav path = new Nav(
                new Anchor(Navigation.CLUSTERS, "Clusters"),
                new Span("/"),
                new Anchor(Navigation.cluster(cluster.id()), cluster.name()));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        List<ContainerDetails> running = workload.containers().stream()
                .filter(c -> c.seenUntil() == null)
                .toList();
        List<ContainerDetails> former = workload.containers().stream()
                .filter(c -> c.seenUntil() != null)
                .toList();
        add(path, header(workload.ref().name()));
        if (cluster.freshness() != Freshness.CURRENT) {
            add(stale(cluster));
        }
        add(facts(workload, cluster));
        String namespace = workload.ref().namespace();
        add(new Div(
                NamespaceVerdict.besideWorkload(cluster, namespace, admission(cluster.id(), namespace)),
                new CriteriaLine(workload, cluster.name(), policies.newest())));
        Div panels = new Div();
        Benchmark numbers = benchmark.get();
        running.forEach(container -> panels.add(new ContainerPanel(container, workload.criteria(), numbers)));
        if (running.isEmpty()) {
            panels.add(EmptyState.none("Nothing runs now", "The last snapshot no longer had this workload."));
        }
        add(section("Containers", panels));
        if (!former.isEmpty()) {
            add(section("Former settings", new FormerSettings(former)));
        }
        Paragraph manual = new Paragraph(ManualCheck.explanation(workload.ref()));
        manual.addClassName("quiet-text");
        add(section("Check by hand", new Div(manual, new Command(ManualCheck.command(workload.ref())))));
    }

    private @Nullable NamespaceAdmission admission(ClusterId cluster, String namespace) {
        return admissions.history(cluster, namespace).stream()
                .filter(range -> range.until() == null)
                .map(AdmissionRange::admission)
                .findFirst()
                .orElse(null);
    }

    private static Div stale(ClusterPosture cluster) {
        Instant at = cluster.lastSnapshotAt();
        Paragraph text = new Paragraph(
                Icon.CLOCK.create(),
                new Span("What is shown is not current: the cluster's last complete snapshot is from "));
        text.add(at == null ? new Span("long ago") : new Age(at), new Span("."));
        Div notice = new Div(text);
        notice.addClassNames("notice", "notice-quiet");
        return notice;
    }

    private static Facts facts(WorkloadDetails workload, ClusterPosture cluster) {
        Facts facts = new Facts()
                .with("Kind", workload.ref().kind())
                .with("Namespace", workload.ref().namespace())
                .with("Pods", Words.number(workload.pods()))
                .with("First seen", new Age(workload.firstSeenAt()));
        Instant at = cluster.lastSnapshotAt();
        return at == null ? facts : facts.with("As of", new Age(at));
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no such workload in this cluster, or it has been gone for a long time.");
    }
}
