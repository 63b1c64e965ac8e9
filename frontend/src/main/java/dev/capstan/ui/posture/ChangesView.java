package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.CapabilityCount;
import dev.capstan.posture.Change;
import dev.capstan.posture.ChangeCounts;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.Changes;
import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Period;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** What is new, what was put right, what came back and who asks for more, in a period that the person chooses. */
@Route(Navigation.CHANGES)
@PageTitle("Changes – Capstan")
@RolesAllowed("VIEWER")
class ChangesView extends ListPage<Change, ChangesState> {

    private static final int CAPABILITIES = 200;

    private final Changes changes;
    private final Postures postures;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final ChangeFilterFields fields;
    private final Div tabs = new Div();
    private final PeriodBar period;
    private final ChangeNumbers numbers = new ChangeNumbers();
    private final Paragraph remark = new Paragraph();
    // Fixed by each refresh, so that pages of one list are of one period.
    private Optional<Period> shown = Optional.empty();
    private long rows;

    ChangesView(
            Changes changes,
            Postures postures,
            ChosenBenchmark benchmark,
            SavedViews views,
            ProgressFeed progress,
            Clock clock) {
        super("change", ChangesState.USUAL, progress, clock);
        this.changes = changes;
        this.postures = postures;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassName("changes-page");
        fields = new ChangeFilterFields(search(), this::fieldsChanged);
        addFilters(fields.components());
        offerViews(views, ViewedList.CHANGES);
        period = new PeriodBar(clock, chosen -> change(state().withPeriod(chosen), true));
        Div bar = new Div(tabs, period);
        bar.addClassName("change-bar");
        remark.addClassNames("quiet-text", "change-remark");
        addComponentAtIndex(1, bar);
        addComponentAtIndex(2, numbers);
        addComponentAtIndex(3, remark);
        ChangeColumns.addTo(grid(), postures.criteria(AsOf.NOW));
        grid().setItemsPageable(this::page, _ -> rows);
    }

    private void fieldsChanged() {
        change(state().withFilter(fields.filter()), true);
    }

    private List<Change> page(Pageable page) {
        return shown.map(span -> changes.list(state().control(), span, state().filter(), page))
                .orElse(List.of());
    }

    @Override
    ChangesState read(QueryParameters parameters, Clock now) {
        return ChangesState.read(parameters);
    }

    @Override
    Standpoint standpoint(ChangesState state) {
        return Standpoint.now(state.control());
    }

    @Override
    ChangesState withStandpoint(ChangesState state, Standpoint chosen) {
        return state.withControl(chosen.control());
    }

    @Override
    Component standpointSwitch(ChangesState state) {
        return ControlSwitch.create(
                state.control(), chosen -> state.withControl(chosen).url(), benchmark.get());
    }

    @Override
    String url(ChangesState state) {
        return state.url();
    }

    @Override
    ChangesState withText(ChangesState state, String text) {
        return state.withFilter(state.filter().withText(text));
    }

    @Override
    ChangesState withSort(ChangesState state, String sort) {
        return state.withSort(sort);
    }

    @Override
    ChangesState unfiltered(ChangesState state) {
        // The cluster stays where the period is one of its own.
        ClusterId cluster = state.period().preset() == ChosenPeriod.Preset.SNAPSHOT
                ? state.filter().cluster()
                : null;
        return state.withFilter(ChangeFilter.ALL.withCluster(cluster));
    }

    @Override
    void show(ChangesState state) {
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
    void refresh() {
        ChangesState state = state();
        ClusterId cluster = state.filter().cluster();
        shown = period(state);
        ChangeCounts counts = counts(state);
        rows = rows(state, counts);
        super.refresh();
        tabs.removeAll();
        tabs.add(ChangeTabs.create(state.control(), false));
        period.show(
                state.period(),
                cluster != null,
                chosen -> state.withPeriod(chosen).url());
        ChangeKind kind = state.filter().kind();
        numbers.show(
                counts,
                kind,
                chosen -> state.withFilter(state.filter().withKind(chosen == kind ? null : chosen))
                        .url());
        remark.setText(remark(cluster));
    }

    /** Where nothing is known of the period's beginning, all that failed first counts as new, which must be said. */
    private String remark(@Nullable ClusterId cluster) {
        Optional<Instant> first = changes.recordedSince(cluster);
        return shown.isPresent()
                        && first.isPresent()
                        && first.get().isAfter(shown.get().from())
                ? "Nothing was recorded before %s. What failed in the first snapshot counts as new."
                        .formatted(Words.day(first.get().atZone(ZoneOffset.UTC).toLocalDate()))
                : "";
    }

    private Optional<Period> period(ChangesState state) {
        return state.period().period(clock, changes, state.filter().cluster());
    }

    private ChangeCounts counts(ChangesState state) {
        return shown.map(span -> changes.count(state.control(), span, state.filter()))
                .orElse(new ChangeCounts(Map.of(), 0, 0));
    }

    private static long rows(ChangesState state, ChangeCounts counts) {
        ChangeKind kind = state.filter().kind();
        return kind == null ? counts.all() : counts.of(kind);
    }

    @Override
    long count(ChangesState state) {
        return state.equals(state()) ? rows : rows(state, counts(state));
    }

    @Override
    void export(ChangesState state, OutputStream to) throws IOException {
        // Without two snapshots to compare there is nothing to write but the columns' names.
        Period span = period(state).orElse(Period.last(Duration.ZERO, clock));
        changes.export(state.control(), span, state.filter(), sorted(state.sort()), to);
    }

    @Override
    Benchmark benchmark() {
        return benchmark.get();
    }

    @Override
    List<Component> beside(ChangesState state) {
        return List.of();
    }

    @Override
    EmptyState nothing() {
        Optional<Instant> first = changes.recordedSince(state().filter().cluster());
        if (first.isEmpty()) {
            return EmptyState.noDataYet(
                    "Nothing recorded yet", "Changes appear with the second snapshot of a cluster.");
        }
        if (shown.isEmpty()) {
            return EmptyState.noDataYet("Only one snapshot yet", "Changes appear with the next one.");
        }
        if (first.get().isAfter(shown.get().to().on(clock))) {
            return EmptyState.noDataYet(
                    "Nothing was recorded then",
                    "The first snapshot was taken on %s."
                            .formatted(
                                    Words.day(first.get().atZone(ZoneOffset.UTC).toLocalDate())));
        }
        return EmptyState.none(
                "Nothing changed",
                "%s, no finding was opened, closed or altered."
                        .formatted(sentenceStart(state().period().words())));
    }

    private static String sentenceStart(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
