package dev.capstan.ui.workload;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.NamespaceVerdict;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.posture.StandpointSwitch;
import dev.capstan.workload.ContainerFinding;
import dev.capstan.workload.WorkloadDetails;
import dev.capstan.workload.WorkloadHistory;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One workload: what each container asks for, what it really holds, what the controls say, and how that came to be. */
@Route("clusters/:cluster([1-9][0-9]{0,17})/workloads/:workload([1-9][0-9]{0,17})")
@RolesAllowed("VIEWER")
class WorkloadView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final WorkloadSources sources;
    private final Part head = new Part();
    private final Part facts = new Part();
    private final Part judged = new Part();
    private final Part containers = new Part();
    private final Part over = new Part();
    private final HistoryPart line = new HistoryPart();
    private final Part compared = new Part();
    private final Part findings = new Part();
    private final Part former = new Part();
    private final Part manual = new Part();
    private final Opened opened = new Opened();
    private ClusterId cluster = new ClusterId(0);
    private long id;
    private String name = "";
    private WorkloadState state = WorkloadState.USUAL;

    WorkloadView(WorkloadSources sources, ProgressFeed progress) {
        this.sources = sources;
        addClassName("workload-page");
        add(head, facts, judged, containers, over, compared, findings, former, manual);
        Throttle refresh = new Throttle(this, this::refresh);
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (scan.cluster().equals(cluster) && !scan.running()) {
                refresh.run();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        cluster = new ClusterId(event.getRouteParameters().getLong("cluster").orElseThrow(NotFoundException::new));
        id = event.getRouteParameters().getLong("workload").orElseThrow(NotFoundException::new);
        state = WorkloadState.read(event.getLocation().getQueryParameters(), sources.clock());
        speakOf(state.standpoint().moment());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return name + " – Capstan";
    }

    private void refresh() {
        ClusterPosture where = sources.cluster(
                        cluster, state.control(), state.standpoint().asOf())
                .orElseThrow(WorkloadView::unknown);
        WorkloadHistory history = sources.history(cluster, id).orElseThrow(WorkloadView::unknown);
        name = history.ref().name();
        Instant end = state.standpoint().asOf().on(sources.clock());
        show(history, where, end);
    }

    private void show(WorkloadHistory history, ClusterPosture where, Instant end) {
        WorkloadDetails workload = history.at(end);
        List<ContainerFinding> found = sources.findings().of(cluster, id, state.asOf());
        head.show(
                key(where.name(), where.freshness(), where.lastSnapshotAt(), state, name),
                () -> List.of(head(history, where, end)));
        facts.show(
                key(
                        where.name(),
                        where.lastSnapshotAt(),
                        history.pods(),
                        history.owner(),
                        history.labels(),
                        workload,
                        state.asOf()),
                () -> List.of(WorkloadFacts.of(history, workload, where, state.asOf(), opened)));
        var admission = sources.admission(cluster, workload.ref().namespace(), end);
        judged.show(
                key(where.name(), where.freshness(), admission, workload.policyVersion(), workload.criteria()),
                () -> List.of(
                        NamespaceVerdict.besideWorkload(where, workload.ref().namespace(), admission.orElse(null)),
                        new CriteriaLine(workload, where.name(), sources.policy(workload.policyVersion()))));
        WorkloadParts.Containers running = running(workload, found);
        containers.show(running, () -> List.of(WorkloadParts.containers(running, opened)));
        List<Object> known = key(history.ranges(), history.judgings(), history.unread(), state);
        over.show(known, () -> {
            line.show(HistoryFrame.of(
                    history,
                    state.control(),
                    state.span().before(end, history.firstSeenAt()),
                    end,
                    (then, now) -> url(state.comparing(then, now))));
            return List.of(section("History", state.span().segments(span -> url(state.withSpan(span))), line));
        });
        compared.show(
                known,
                () -> List.of(section("Then and now", new ThenAndNow(history, state, end, this::url, this::choose))));
        findings.show(found, () -> List.of(WorkloadParts.findings(found, opened)));
        former.show(
                key(workload, state.control()), () -> List.of(WorkloadParts.former(workload, state.control(), opened)));
        manual.show(workload.ref(), () -> List.of(WorkloadParts.manual(workload)));
    }

    private WorkloadParts.Containers running(WorkloadDetails workload, List<ContainerFinding> found) {
        // What runs elsewhere is known of now alone.
        List<Long> failing = workload.containers().stream()
                .filter(container -> state.asOf() == null && container.seenUntil() == null)
                .filter(container -> container.judgement().verdicts().values().stream()
                        .anyMatch(verdict -> verdict instanceof Verdict.Fail))
                .map(container -> container.profile())
                .distinct()
                .toList();
        return new WorkloadParts.Containers(
                workload, found, sources.neighbours(failing, cluster, id), sources.benchmark(), state.asOf());
    }

    private Div head(WorkloadHistory history, ClusterPosture where, Instant end) {
        Nav path = new Nav(
                new Anchor(standpoint().url(Navigation.CLUSTERS, Map.of()), "Clusters"),
                new Span("/"),
                new Anchor(Navigation.cluster(cluster, standpoint()), where.name()),
                new Span("/"),
                new Anchor(
                        Navigation.namespace(cluster, history.ref().namespace(), standpoint()),
                        history.ref().namespace()));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        Div head = new Div(
                path,
                header(
                        name,
                        new StandpointSwitch(
                                standpoint(),
                                chosen -> url(state.withStandpoint(chosen)),
                                sources.benchmark(),
                                sources.clock())));
        AsOfBanner banner = new AsOfBanner();
        banner.show(standpoint().moment(), url(state.withStandpoint(standpoint().withMoment(Moment.NOW))));
        head.add(banner);
        if (!standpoint().isLive()) {
            history.unreadAt(end).ifPresent(gap -> head.add(Notice.unread(gap.from())));
        } else if (where.freshness() != Freshness.CURRENT && where.lastSnapshotAt() != null) {
            head.add(Notice.stale(where.lastSnapshotAt()));
        }
        return head;
    }

    private void choose(WorkloadState chosen) {
        state = chosen;
        getUI().ifPresent(ui -> Navigation.remember(ui, url(chosen), true));
        refresh();
    }

    private String url(WorkloadState of) {
        return of.url(cluster, id);
    }

    private Standpoint standpoint() {
        return state.standpoint();
    }

    // Nothing about what is absent is told by a list of what is there, so absence is written down.
    private static List<Object> key(@Nullable Object... parts) {
        List<Object> key = new ArrayList<>();
        for (@Nullable Object part : parts) {
            key.add(Objects.requireNonNullElse(part, "absent"));
        }
        return key;
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no such workload in this cluster, or it has been gone for a long time.");
    }
}
