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
import dev.capstan.assessment.Scans;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.admission.AdmissionState;
import dev.capstan.ui.assessment.ScanAllButton;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Choice;
import dev.capstan.ui.component.EmptyState;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
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
    private final ClusterFilterFields fields;
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
        super("cluster", ClustersState.ALL, progress, clock);
        this.postures = postures;
        this.export = export;
        this.admissions = admissions;
        this.benchmark = benchmark;
        scanAll = authentication.hasAnyRole("APPROVER", "ADMIN")
                ? Optional.of(
                        new ScanAllButton(scans, () -> postures.countClusters(control(), ClusterFilter.ALL, AsOf.NOW)))
                : Optional.empty();
        fields = new ClusterFilterFields(postures, search(), this::fieldsChanged);
        freshness.addValueChangeListener(
                e -> change(state().withFilter(state().filter().withFreshness(e.getValue())), true));
        admission.addValueChangeListener(e -> change(state().withAdmission(e.getValue()), true));
        addFilters(fields.subscription(), fields.resourceGroup(), fields.tag(), freshness, admission);
        offerViews(views, ViewedList.CLUSTERS);

        ClusterColumns.addTo(grid(), () -> state().standpoint(), cluster -> admissionOf(cluster, verdicts));
        grid().setItemsPageable(
                        page -> postures.clusters(control(), chosen, asOf(), page),
                        page -> postures.countClusters(control(), chosen, asOf()));
    }

    private Control control() {
        return state().standpoint().control();
    }

    private AsOf asOf() {
        return state().standpoint().asOf();
    }

    private void fieldsChanged() {
        change(state().withFilter(fields.filter().withFreshness(freshness.getValue())), true);
    }

    @Override
    ClustersState read(QueryParameters parameters, Clock now) {
        return ClustersState.read(parameters, now);
    }

    @Override
    Standpoint standpoint(ClustersState state) {
        return state.standpoint();
    }

    @Override
    ClustersState withStandpoint(ClustersState state, Standpoint chosen) {
        return state.withStandpoint(chosen);
    }

    @Override
    String url(ClustersState state) {
        return state.url();
    }

    @Override
    ClustersState withText(ClustersState state, String text) {
        return state.withFilter(state.filter().withText(text));
    }

    @Override
    ClustersState withSort(ClustersState state, String sort) {
        return state.withSort(sort);
    }

    @Override
    ClustersState unfiltered(ClustersState state) {
        return state.withFilter(ClusterFilter.ALL).withAdmission(null);
    }

    @Override
    void show(ClustersState state) {
        fields.show(state.filter());
        freshness.setValue(state.filter().freshness());
        admission.setValue(state.admission());
        showSort(state.sort());
    }

    @Override
    long count(ClustersState state) {
        return postures.countClusters(
                state.standpoint().control(),
                filter(state, verdicts),
                state.standpoint().asOf());
    }

    @Override
    void export(ClustersState state, OutputStream to) throws IOException {
        Standpoint standpoint = state.standpoint();
        Map<ClusterId, AdmissionVerdict> read = verdicts(standpoint);
        export.clusters(
                standpoint.control(),
                filter(state, read),
                standpoint.asOf(),
                sorted(state.sort()),
                cluster -> admissionOf(cluster, read).sign().word(),
                to);
    }

    private Map<ClusterId, AdmissionVerdict> verdicts(Standpoint standpoint) {
        Instant then = standpoint.asOf().instant();
        return then == null ? admissions.verdicts() : admissions.verdictsAt(then);
    }

    /** Admission is judged by a part of its own, so it is asked which clusters there are, and the list for those. */
    private ClusterFilter filter(ClustersState state, Map<ClusterId, AdmissionVerdict> read) {
        AdmissionState wanted = state.admission();
        Standpoint standpoint = state.standpoint();
        return state.filter()
                .withAmong(
                        wanted == null
                                ? null
                                : postures
                                        .clusters(
                                                standpoint.control(),
                                                ClusterFilter.ALL,
                                                standpoint.asOf(),
                                                Pageable.unpaged())
                                        .stream()
                                        .filter(cluster -> admissionOf(cluster, read) == wanted)
                                        .map(ClusterPosture::id)
                                        .collect(Collectors.toSet()));
    }

    private static AdmissionState admissionOf(ClusterPosture cluster, Map<ClusterId, AdmissionVerdict> read) {
        return AdmissionState.of(AdmissionState.now(cluster, read.get(cluster.id())));
    }

    @Override
    void refresh() {
        verdicts = verdicts(state().standpoint());
        chosen = filter(state(), verdicts);
        super.refresh();
    }

    @Override
    Benchmark benchmark() {
        return benchmark.get();
    }

    @Override
    List<Component> beside(ClustersState state) {
        return state.standpoint().isLive() ? scanAll.map(List::<Component>of).orElse(List.of()) : List.of();
    }

    @Override
    EmptyState nothing() {
        return EmptyState.noDataYet(
                "No clusters yet",
                "Capstan lists the clusters its identity can see in Azure every few minutes. They appear here.");
    }
}
