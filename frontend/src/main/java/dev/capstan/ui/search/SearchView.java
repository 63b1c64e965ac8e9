package dev.capstan.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.search.Search;
import dev.capstan.search.SearchAnswer;
import dev.capstan.search.SearchGroup;
import dev.capstan.search.SearchKind;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Locale;

/** All that was found: the best of each kind, or one kind page by page. */
@Route(Navigation.SEARCH)
@PageTitle("Search – Capstan")
@RolesAllowed("VIEWER")
class SearchView extends Page implements AfterNavigationObserver {

    private static final int OF_EACH_KIND = 10;
    private static final int PAGE = 50;

    private final Search search;
    private final HitText words;
    private final Clock clock;
    private SearchState state = SearchState.NOTHING;

    SearchView(Search search, Benchmarks benchmarks, Clock clock) {
        this.search = search;
        this.words = new HitText(benchmarks);
        this.clock = clock;
        addClassName("search-page");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        state = SearchState.read(event.getLocation().getQueryParameters());
        removeAll();
        SearchKind kind = state.kind();
        SearchAnswer answer = kind == null
                ? search.find(state.term(), OF_EACH_KIND)
                : search.find(state.term(), kind, state.offset(PAGE), PAGE);
        switch (answer) {
            case SearchAnswer.Results results -> show(results);
            case SearchAnswer.Hint(String sentence) ->
                add(header("Search"), EmptyState.noDataYet("Nothing to look for yet", sentence));
            case SearchAnswer.TookTooLong slow -> add(header(title()), EmptyState.broken("No answer", slow.sentence()));
        }
    }

    private void show(SearchAnswer.Results results) {
        String term = results.term();
        add(header(title(), new ExportLink("search", clock, to -> search.export(term, to))));
        if (results.beginnings()) {
            Paragraph note =
                    new Paragraph("So short a term finds the workloads, namespaces and images that begin with it.");
            note.addClassName("quiet-text");
            add(note);
        }
        if (results.groups().stream().noneMatch(group -> group.count() > 0)) {
            add(EmptyState.none(
                    "Nothing is called so", "No name of what runs now holds it, and no control or capability."));
        }
        for (SearchGroup group : results.groups()) {
            if (group.count() > 0) {
                add(section(group.kind().title(), beside(group), part(group, term)));
            }
        }
    }

    private Component beside(SearchGroup group) {
        Span count = new Span(HitText.count(group));
        count.addClassName("quiet-text");
        Div beside = new Div(count);
        beside.addClassName("search-beside");
        if (state.kind() != null) {
            beside.add(new Anchor(state.ofKind(null).url(), "All kinds"));
        } else if (group.count() > group.hits().size()) {
            beside.add(new Anchor(
                    state.ofKind(group.kind()).url(),
                    "All %s".formatted(group.kind().title().toLowerCase(Locale.ROOT))));
        }
        return beside;
    }

    private Component part(SearchGroup group, String term) {
        UnorderedList hits = new UnorderedList();
        hits.addClassName("hits");
        group.hits().forEach(hit -> {
            HitLink link = new HitLink(hit, term, words);
            link.getElement().setAttribute("data-row", true);
            hits.add(new ListItem(link));
        });
        Div part = new Div(hits);
        if (state.kind() != null) {
            part.add(pages(group));
        }
        return part;
    }

    /** Where the page stands among all, and the way to those beside it. */
    private Nav pages(SearchGroup group) {
        int first = state.offset(PAGE) + 1;
        int last = state.offset(PAGE) + group.hits().size();
        Nav pages = new Nav();
        pages.addClassName("pages");
        pages.getElement().setAttribute("aria-label", "Pages");
        if (first > 1) {
            pages.add(new Anchor(state.onPage(state.page() - 1).url(), "Previous"));
        }
        pages.add(new Span("%s to %s of %s".formatted(Words.number(first), Words.number(last), HitText.count(group))));
        if (last < group.count()) {
            pages.add(new Anchor(state.onPage(state.page() + 1).url(), "Next"));
        } else if (group.more()) {
            pages.add(new Span("More match. Type a longer part of the name, or take them all as CSV."));
        }
        return pages;
    }

    private String title() {
        return "Found for “%s”".formatted(state.term().strip());
    }
}
