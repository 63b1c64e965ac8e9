package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.admission.Admissions;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.assessment.Scans;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.admission.AdmissionState;
import dev.capstan.ui.assessment.ScanAllButton;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Choice;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Throttle;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;

/** Every cluster of the fleet: how it stands, how old that is, and why one could not be read. */
@Route(Navigation.CLUSTERS)
@PageTitle("Clusters – Capstan")
@RolesAllowed("VIEWER")
class ClustersView extends ListPage<ClusterPosture, ClustersState> {

    private final Postures postures;
    private final PostureExport export;
    private final Admissions admissions;
    private final ChosenBenchmark benchmark;
    private final Select<String> subscription = Choice.create("Subscription", "All subscriptions", s -> s);
    private final Select<Freshness> freshness =
            Choice.create("Assessed", "Any state", ClustersState::word, Freshness.values());
    private final Select<AdmissionState> admission = Choice.create(
            "Admission",
            "Any admission",
            chosen -> "Admission: " + chosen.sign().word().toLowerCase(Locale.ENGLISH),
            AdmissionState.values());
    private final Optional<Button> scanAll;
    private Map<ClusterId, AdmissionVerdict> verdicts = Map.of();
    private ClusterFilter chosen = ClusterFilter.ALL;

    ClustersView(
            Postures postures,
            PostureExport export,
            Admissions admissions,
            ChosenBenchmark benchmark,
            Scans scans,
            ProgressFeed progress,
            AuthenticationContext authentication,
            SavedViews views,
            Clock clock) {
        super("cluster", ClustersState.ALL, clock);
        this.postures = postures;
        this.export = export;
        this.admissions = admissions;
        this.benchmark = benchmark;
        scanAll = authentication.hasAnyRole("APPROVER", "ADMIN")
                ? Optional.of(new ScanAllButton(
                        scans, () -> postures.countClusters(state().control(), ClusterFilter.ALL, AsOf.NOW)))
                : Optional.empty();
        search().setPlaceholder("Name, group or location");
        subscription.addValueChangeListener(e -> change(state().withSubscription(e.getValue()), true));
        freshness.addValueChangeListener(e -> change(state().withFreshness(e.getValue()), true));
        admission.addValueChangeListener(e -> change(state().withAdmission(e.getValue()), true));
        addFilters(subscription, freshness, admission);
        offerViews(views, ViewedList.CLUSTERS);

        ClusterColumns.addTo(grid(), () -> state().control(), cluster -> admissionOf(cluster, verdicts));
        grid().setItemsPageable(
                        page -> postures.clusters(state().control(), chosen, AsOf.NOW, page),
                        page -> postures.countClusters(state().control(), chosen, AsOf.NOW));

        Throttle refresh = new Throttle(this, this::refresh);
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running()) {
                refresh.run();
            }
        });
    }

    @Override
    ClustersState read(QueryParameters parameters) {
        return ClustersState.read(parameters);
    }

    @Override
    String url(ClustersState state) {
        return state.url();
    }

    @Override
    ClustersState withText(ClustersState state, String text) {
        return state.withText(text);
    }

    @Override
    ClustersState withSort(ClustersState state, String sort) {
        return state.withSort(sort);
    }

    @Override
    ClustersState unfiltered(ClustersState state) {
        return state.withText("").withSubscription(null).withFreshness(null).withAdmission(null);
    }

    @Override
    void show(ClustersState state) {
        search().setValue(state.text());
        Choice.set(subscription, postures.subscriptions(), state.subscription());
        freshness.setValue(state.freshness());
        admission.setValue(state.admission());
        showSort(state.sort());
    }

    @Override
    long count(ClustersState state) {
        return postures.countClusters(state.control(), filter(state, verdicts), AsOf.NOW);
    }

    @Override
    void export(ClustersState state, OutputStream to) throws IOException {
        Map<ClusterId, AdmissionVerdict> read = admissions.verdicts();
        export.clusters(
                state.control(),
                filter(state, read),
                AsOf.NOW,
                sorted(state.sort()),
                cluster -> admissionOf(cluster, read).sign().word(),
                to);
    }

    /** Admission is judged by a part of its own, so it is asked which clusters there are, and the list for those. */
    private ClusterFilter filter(ClustersState state, Map<ClusterId, AdmissionVerdict> read) {
        AdmissionState wanted = state.admission();
        return state.filter(
                wanted == null
                        ? null
                        : postures.clusters(state.control(), ClusterFilter.ALL, AsOf.NOW, Pageable.unpaged()).stream()
                                .filter(cluster -> admissionOf(cluster, read) == wanted)
                                .map(ClusterPosture::id)
                                .collect(Collectors.toSet()));
    }

    private static AdmissionState admissionOf(ClusterPosture cluster, Map<ClusterId, AdmissionVerdict> read) {
        return AdmissionState.of(AdmissionState.now(cluster, read.get(cluster.id())));
    }

    @Override
    void refresh() {
        verdicts = admissions.verdicts();
        chosen = filter(state(), verdicts);
        super.refresh();
    }

    @Override
    Component[] beside(ClustersState state) {
        Component control = ControlSwitch.create(
                state.control(), chosen -> state.withControl(chosen).url(), benchmark.get());
        return scanAll.map(button -> List.of(control, button))
                .orElse(List.of(control))
                .toArray(Component[]::new);
    }

    @Override
    EmptyState nothing() {
        return EmptyState.noDataYet(
                "No clusters yet",
                "Capstan lists the clusters its identity can see in Azure every few minutes. They appear here.");
    }
}
