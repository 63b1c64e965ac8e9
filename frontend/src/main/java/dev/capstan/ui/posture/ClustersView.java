package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.assessment.Scans;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.assessment.ScanAllButton;
import dev.capstan.ui.component.Choice;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Throttle;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Every cluster of the fleet: how it stands, how old that is, and why one could not be read. */
@Route(Navigation.CLUSTERS)
@PageTitle("Clusters – Capstan")
@RolesAllowed("VIEWER")
class ClustersView extends ListPage<ClusterPosture, ClustersState> {

    private final Postures postures;
    private final Select<String> subscription = Choice.create("Subscription", "All subscriptions", s -> s);
    private final Select<Freshness> freshness =
            Choice.create("Assessed", "Any state", ClustersState::word, Freshness.values());
    private final Optional<Button> scanAll;

    ClustersView(Postures postures, Scans scans, ProgressFeed progress, AuthenticationContext authentication) {
        super("cluster", ClustersState.ALL);
        this.postures = postures;
        scanAll = authentication.hasAnyRole("APPROVER", "ADMIN")
                ? Optional.of(
                        new ScanAllButton(scans, () -> postures.countClusters(state().control(), ClusterFilter.ALL)))
                : Optional.empty();
        search().setPlaceholder("Name, group or location");
        subscription.addValueChangeListener(e -> change(state().withSubscription(e.getValue()), true));
        freshness.addValueChangeListener(e -> change(state().withFreshness(e.getValue()), true));
        addFilters(subscription, freshness);

        ClusterColumns.addTo(grid(), () -> state().control());
        grid().setItemsPageable(
                        page -> postures.clusters(state().control(), state().filter(), page),
                        page -> postures.countClusters(state().control(), state().filter()));

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
        return state.withText("").withSubscription(null).withFreshness(null);
    }

    @Override
    void show(ClustersState state) {
        search().setValue(state.text());
        Choice.set(subscription, postures.subscriptions(), state.subscription());
        freshness.setValue(state.freshness());
        showSort(state.sort());
    }

    @Override
    long count(ClustersState state) {
        return postures.countClusters(state.control(), state.filter());
    }

    @Override
    Component[] beside(ClustersState state) {
        Component control = ControlSwitch.create(
                state.control(), chosen -> state.withControl(chosen).url());
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
