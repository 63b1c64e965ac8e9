package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** One row for each workload, not for each pod: what fails, what it asks for, how bad that is and since when. */
@Route(Navigation.WORKLOADS)
@PageTitle("Workloads – Capstan")
@RolesAllowed("VIEWER")
class WorkloadsView extends ListPage<WorkloadPosture, WorkloadsState> {

    private static final int CAPABILITIES = 200;

    private final Postures postures;
    private final PostureExport export;
    private final ChosenBenchmark benchmark;
    private final WorkloadFilterFields fields;

    // By which the risks of the rows are rated.
    private Criteria criteria = Criteria.STRICT;

    WorkloadsView(
            Postures postures,
            PostureExport export,
            ChosenBenchmark benchmark,
            SavedViews views,
            ProgressFeed progress,
            Clock clock) {
        super("workload", WorkloadsState.USUAL, progress, clock);
        this.postures = postures;
        this.export = export;
        this.benchmark = benchmark;
        fields = new WorkloadFilterFields(search(), this::fieldsChanged);
        addFilters(fields.components());
        offerViews(views, ViewedList.WORKLOADS);
        WorkloadColumns.addTo(grid(), () -> state().standpoint(), () -> criteria);
        grid().setItemsPageable(this::page, page -> postures.countWorkloads(control(), state().filter(), asOf()));
    }

    private List<WorkloadPosture> page(Pageable page) {
        criteria = postures.criteria(asOf());
        return postures.workloads(control(), state().filter(), asOf(), page);
    }

    private Control control() {
        return state().standpoint().control();
    }

    private AsOf asOf() {
        return state().standpoint().asOf();
    }

    private void fieldsChanged() {
        change(state().withFilter(fields.filter()), true);
    }

    @Override
    WorkloadsState read(QueryParameters parameters, Clock now) {
        return WorkloadsState.read(parameters, now);
    }

    @Override
    Standpoint standpoint(WorkloadsState state) {
        return state.standpoint();
    }

    @Override
    WorkloadsState withStandpoint(WorkloadsState state, Standpoint chosen) {
        return state.withStandpoint(chosen);
    }

    @Override
    String url(WorkloadsState state) {
        return state.url();
    }

    @Override
    WorkloadsState withText(WorkloadsState state, String text) {
        return state.withFilter(state.filter().withText(text));
    }

    @Override
    WorkloadsState withSort(WorkloadsState state, String sort) {
        return state.withSort(sort);
    }

    @Override
    WorkloadsState unfiltered(WorkloadsState state) {
        return state.withFilter(WorkloadsState.SCORED);
    }

    @Override
    void show(WorkloadsState state) {
        fields.offer(
                postures.subscriptions(),
                clusterNames(),
                postures.namespaces(state.filter().cluster(), asOf()),
                postures.owners(asOf()),
                postures.askedFor(null, asOf(), CAPABILITIES).stream()
                        .map(CapabilityCount::name)
                        .sorted()
                        .toList());
        fields.show(state.filter());
        showSort(state.sort());
    }

    @Override
    long count(WorkloadsState state) {
        return postures.countWorkloads(
                state.standpoint().control(), state.filter(), state.standpoint().asOf());
    }

    @Override
    void export(WorkloadsState state, OutputStream to) throws IOException {
        Standpoint standpoint = state.standpoint();
        export.workloads(standpoint.control(), state.filter(), standpoint.asOf(), sorted(state.sort()), to);
    }

    @Override
    Benchmark benchmark() {
        return benchmark.get();
    }

    @Override
    List<Component> beside(WorkloadsState state) {
        return List.of();
    }

    @Override
    EmptyState nothing() {
        return EmptyState.noDataYet("No workloads yet", "They appear with the first complete snapshot of a cluster.");
    }

    private Map<ClusterId, String> clusterNames() {
        Map<ClusterId, String> names = new LinkedHashMap<>();
        for (ClusterPosture cluster :
                postures.clusters(control(), ClusterFilter.ALL, asOf(), Pageable.unpaged(Sort.by("name")))) {
            names.put(cluster.id(), cluster.name());
        }
        return names;
    }
}
