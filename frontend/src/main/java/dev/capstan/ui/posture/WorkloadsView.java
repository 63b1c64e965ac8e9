package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
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

    WorkloadsView(Postures postures, PostureExport export, ChosenBenchmark benchmark, SavedViews views, Clock clock) {
        super("workload", WorkloadsState.USUAL, clock);
        this.postures = postures;
        this.export = export;
        this.benchmark = benchmark;
        fields = new WorkloadFilterFields(search(), this::fieldsChanged);
        addFilters(fields.components());
        offerViews(views, ViewedList.WORKLOADS);
        WorkloadColumns.addTo(grid(), postures.criteria());
        grid().setItemsPageable(
                        page -> postures.workloads(state().control(), state().filter(), AsOf.NOW, page),
                        page -> postures.countWorkloads(state().control(), state().filter(), AsOf.NOW));
    }

    private void fieldsChanged() {
        change(state().withFilter(fields.filter()), true);
    }

    @Override
    WorkloadsState read(QueryParameters parameters) {
        return WorkloadsState.read(parameters);
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
                clusterNames(),
                postures.namespaces(state.filter().cluster(), AsOf.NOW),
                postures.owners(AsOf.NOW),
                postures.askedFor(null, AsOf.NOW, CAPABILITIES).stream()
                        .map(CapabilityCount::name)
                        .sorted()
                        .toList());
        fields.show(state.filter());
        showSort(state.sort());
    }

    @Override
    long count(WorkloadsState state) {
        return postures.countWorkloads(state.control(), state.filter(), AsOf.NOW);
    }

    @Override
    void export(WorkloadsState state, OutputStream to) throws IOException {
        export.workloads(state.control(), state.filter(), AsOf.NOW, sorted(state.sort()), to);
    }

    @Override
    Component[] beside(WorkloadsState state) {
        return new Component[] {
            ControlSwitch.create(
                    state.control(), chosen -> state.withControl(chosen).url(), benchmark.get())
        };
    }

    @Override
    EmptyState nothing() {
        return EmptyState.noDataYet("No workloads yet", "They appear with the first complete snapshot of a cluster.");
    }

    private Map<ClusterId, String> clusterNames() {
        Map<ClusterId, String> names = new LinkedHashMap<>();
        for (ClusterPosture cluster :
                postures.clusters(state().control(), ClusterFilter.ALL, AsOf.NOW, Pageable.unpaged(Sort.by("name")))) {
            names.put(cluster.id(), cluster.name());
        }
        return names;
    }
}
