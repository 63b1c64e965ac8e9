package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.access.SavedViewsMenu;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Grids;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * A lazy list with a filter whose state lives in the URL.
 *
 * @param <T> what a row shows
 * @param <S> the state: everything the URL says
 */
abstract class ListPage<T, S> extends Page implements AfterNavigationObserver {

    private static final int PAUSE_IN_TYPING_MS = 300;

    private final String noun;
    private final Clock clock;
    private final Grid<T> grid;
    private final AsOfBanner banner = new AsOfBanner();
    private final Div beside = new Div();
    private final Div filter = new Div();
    private final Span count = new Span();
    private final TextField search = new TextField();
    // Read by downloads, too, which hold no lock.
    private volatile S state;
    private @Nullable Object nothingBecause;

    // While the fields are set from the URL, their changes are nobody's wish.
    private boolean settingFields;

    ListPage(String noun, S initial, ProgressFeed progress, Clock clock) {
        this.noun = noun;
        this.clock = clock;
        this.grid = Grids.create(capitalised(noun) + "s");
        this.state = initial;
        addClassName("list-page");
        filter.addClassName("filter");
        filter.getElement().setAttribute("role", "search");
        count.addClassName("count");
        count.getElement().setAttribute("role", "status");
        search.addClassName("search");
        search.setAriaLabel("Filter " + noun + "s by text");
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_IN_TYPING_MS);
        search.getElement().setAttribute("data-search", true);
        search.addValueChangeListener(e -> change(withText(state, e.getValue().strip()), false));
        grid.addSortListener(e -> change(withSort(state, sortOf(e.getSortOrder())), true));
        beside.addClassName("beside");
        // It stays while what is beside it comes and goes, so that it keeps the focus.
        ExportLink export =
                new ExportLink(noun + "s", () -> standpoint(state).moment(), clock, to -> export(state, to));
        add(header(capitalised(noun) + "s", count, new Component[] {beside, export}), banner, filter, grid);
        Throttle refresh = new Throttle(this, this::refreshNow);
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running()) {
                refresh.run();
            }
        });
    }

    /** Lets people keep what the list is narrowed to; called behind {@link #addFilters}. */
    void offerViews(SavedViews saved, ViewedList list) {
        filter.add(new SavedViewsMenu(saved, list, () -> url(state)));
    }

    /** Reads the state from the URL. */
    abstract S read(QueryParameters parameters, Clock now);

    /** The URL that says the state. */
    abstract String url(S state);

    /** From where the state looks at the rows. */
    abstract Standpoint standpoint(S state);

    abstract S withStandpoint(S state, Standpoint chosen);

    abstract S withText(S state, String text);

    abstract S withSort(S state, String sort);

    /** The state that leaves everything in. */
    abstract S unfiltered(S state);

    /** Sets the fields to what the state says. */
    abstract void show(S state);

    /** How many rows the state leaves. */
    abstract long count(S state);

    /** Writes every row that the state leaves, in its order. It is called without the page's lock. */
    abstract void export(S state, OutputStream to) throws IOException;

    /** The benchmark whose numbers stand on the page. */
    abstract Benchmark benchmark();

    /** Chooses from where to look; a list that is about a time of its own offers less. */
    Component standpointSwitch(S state) {
        return new StandpointSwitch(
                standpoint(state), chosen -> url(withStandpoint(state, chosen)), benchmark(), clock);
    }

    /** What else stands beside the heading. */
    abstract List<Component> beside(S state);

    /** What to show when there are no rows at all. */
    abstract EmptyState nothing();

    S state() {
        return state;
    }

    Grid<T> grid() {
        return grid;
    }

    TextField search() {
        return search;
    }

    void addFilters(Component... fields) {
        filter.add(search);
        filter.add(fields);
    }

    /** Takes over a wish of the person's. */
    void change(S wished, boolean step) {
        if (settingFields || wished.equals(state)) {
            return;
        }
        state = wished;
        Navigation.remember(UI.getCurrent(), url(state), step);
        showHead();
        refresh();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = read(event.getLocation().getQueryParameters(), clock);
        settingFields = true;
        show(state);
        settingFields = false;
        showHead();
        refresh();
    }

    private void showHead() {
        beside.removeAll();
        beside.add(standpointSwitch(state));
        beside.add(beside(state));
        Standpoint shown = standpoint(state);
        speakOf(shown.moment());
        banner.show(shown.moment(), url(withStandpoint(state, shown.withMoment(Moment.NOW))));
    }

    /** Follows what happens; what has passed does not change. The grid keeps its place, the head its focus. */
    private void refreshNow() {
        if (standpoint(state).isLive()) {
            refresh();
        }
    }

    /** Reads the rows again, and says how many there are. */
    void refresh() {
        long rows = count(state);
        boolean filtered = !unfiltered(state).equals(state);
        count.setText(Words.count(rows, noun) + (filtered && rows > 0 ? " match" + (rows == 1 ? "es" : "") : ""));
        if (rows == 0) {
            showNothing(filtered && count(unfiltered(state)) > 0);
        }
        grid.getDataProvider().refreshAll();
    }

    private static String capitalised(String noun) {
        return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    }

    private void showNothing(boolean filtered) {
        // The button that clears the filter keeps the focus.
        Object why = filtered ? List.of(url(state)) : new Object();
        if (!why.equals(nothingBecause)) {
            nothingBecause = why;
            EmptyState nothing = standpoint(state).isLive()
                    ? nothing()
                    : EmptyState.noDataYet("No " + noun + "s then", "Nothing had been recorded by that time.");
            grid.setEmptyStateComponent(filtered ? filteredOut() : nothing);
        }
    }

    private EmptyState filteredOut() {
        NativeButton clear = new NativeButton("Clear the filter", click -> {
            S all = unfiltered(state);
            settingFields = true;
            show(all);
            settingFields = false;
            change(all, true);
        });
        clear.addClassName("link-button");
        return EmptyState.filteredOut(noun + "s", clear);
    }

    /** The order that the URL asks for; that of the list where it asks for none that there is. */
    Sort sorted(String sort) {
        Grid.Column<T> column = column(sort);
        if (column == null) {
            return Sort.unsorted();
        }
        Sort ascending = Sort.by(column.getKey());
        return sort.startsWith("-") ? ascending.descending() : ascending;
    }

    private Grid.@Nullable Column<T> column(String sort) {
        String key = sort.replaceFirst("^-", "");
        Grid.Column<T> column = key.isEmpty() ? null : grid.getColumnByKey(key);
        return column == null || !column.isSortable() ? null : column;
    }

    /** Shows the order that the URL asks for in the grid's headers. */
    void showSort(String sort) {
        Grid.Column<T> column = column(sort);
        SortDirection direction = sort.startsWith("-") ? SortDirection.DESCENDING : SortDirection.ASCENDING;
        List<GridSortOrder<T>> order = column == null ? List.of() : List.of(new GridSortOrder<>(column, direction));
        if (!sortOf(grid.getSortOrder()).equals(sortOf(order))) {
            grid.sort(order);
        }
    }

    private String sortOf(List<GridSortOrder<T>> order) {
        return order.isEmpty()
                ? ""
                : (order.getFirst().getDirection() == SortDirection.DESCENDING ? "-" : "")
                        + order.getFirst().getSorted().getKey();
    }
}
