package dev.capstan.ui.search;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.search.Search;
import dev.capstan.search.SearchKind;
import dev.capstan.ui.Navigation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a search says. Where it says nonsense it says nothing.
 *
 * @param kind the only kind to show, or null for some of each
 * @param page counted from 1
 */
record SearchState(String term, @Nullable SearchKind kind, int page) {

    static final SearchState NOTHING = new SearchState("", null, 1);

    static SearchState read(QueryParameters parameters) {
        return new SearchState(
                parameters.getSingleParameter("q").orElse(""),
                parameters
                        .getSingleParameter("kind")
                        .flatMap(given -> Arrays.stream(SearchKind.values())
                                .filter(kind -> parameter(kind).equals(given))
                                .findAny())
                        .orElse(null),
                parameters
                        .getSingleParameter("page")
                        .filter(given -> given.matches("[1-9][0-9]{0,3}"))
                        .map(Integer::parseInt)
                        .orElse(1));
    }

    String url() {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("q", term);
        parameters.put("kind", kind == null ? null : parameter(kind));
        parameters.put("page", page == 1 ? null : Integer.toString(page));
        return Navigation.url(Navigation.SEARCH, parameters);
    }

    SearchState ofKind(@Nullable SearchKind chosen) {
        return new SearchState(term, chosen, 1);
    }

    SearchState onPage(int chosen) {
        return new SearchState(term, kind, chosen);
    }

    /** How many come before the page. */
    int offset(int pageSize) {
        return Math.min((page - 1) * pageSize, Search.MOST);
    }

    private static String parameter(SearchKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
