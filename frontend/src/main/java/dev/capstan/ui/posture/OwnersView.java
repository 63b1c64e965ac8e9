package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.OwnerList;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.springframework.data.domain.Sort;

/** Who owns workloads and how theirs stand; what nobody owns comes first. */
@Route(Navigation.OWNERS)
@PageTitle("Owners – Capstan")
@RolesAllowed("VIEWER")
class OwnersView extends ListPage<GroupScore, OwnersState> {

    private final Postures postures;
    private final PostureExport export;
    private final ChosenBenchmark benchmark;
    private List<GroupScore> owners = List.of();

    OwnersView(
            Postures postures,
            PostureExport export,
            ChosenBenchmark benchmark,
            SavedViews views,
            ProgressFeed progress,
            Clock clock) {
        super("owner", OwnersState.ALL, progress, clock);
        this.postures = postures;
        this.export = export;
        this.benchmark = benchmark;
        search().setPlaceholder("Name of the owner");
        addFilters();
        offerViews(views, ViewedList.OWNERS);
        OwnerColumns.addTo(grid(), () -> state().standpoint());
        grid().setItemsPageable(
                        page -> OwnerList.of(owners, state().text(), page.getSort()).stream()
                                .skip(page.getOffset())
                                .limit(page.getPageSize())
                                .toList(),
                        page -> count(state()));
    }

    @Override
    OwnersState read(QueryParameters parameters, Clock now) {
        return OwnersState.read(parameters, now);
    }

    @Override
    Standpoint standpoint(OwnersState state) {
        return state.standpoint();
    }

    @Override
    OwnersState withStandpoint(OwnersState state, Standpoint chosen) {
        return state.withStandpoint(chosen);
    }

    @Override
    String url(OwnersState state) {
        return state.url();
    }

    @Override
    OwnersState withText(OwnersState state, String text) {
        return state.withText(text);
    }

    @Override
    OwnersState withSort(OwnersState state, String sort) {
        return state.withSort(sort);
    }

    @Override
    OwnersState unfiltered(OwnersState state) {
        return state.withText("");
    }

    @Override
    void show(OwnersState state) {
        search().setValue(state.text());
        showSort(state.sort());
    }

    @Override
    long count(OwnersState state) {
        return OwnerList.of(owners, state.text(), Sort.unsorted()).size();
    }

    @Override
    void export(OwnersState state, OutputStream to) throws IOException {
        Standpoint standpoint = state.standpoint();
        export.owners(standpoint.control(), state.text(), standpoint.asOf(), sorted(state.sort()), to);
    }

    // The database adds up all owners at once, so they are asked for once for each state.
    @Override
    void refresh() {
        owners = postures.scores(
                new Grouping.ByOwner(),
                state().standpoint().control(),
                state().standpoint().asOf());
        super.refresh();
    }

    @Override
    Benchmark benchmark() {
        return benchmark.get();
    }

    @Override
    List<Component> beside(OwnersState state) {
        return List.of();
    }

    @Override
    EmptyState nothing() {
        return EmptyState.noDataYet(
                "No owners yet",
                "They are found by the rules in the settings, with the first complete snapshot of a cluster.");
    }
}
