package dev.capstan.ui.search;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.search.Search;
import dev.capstan.search.SearchAnswer;
import dev.capstan.search.SearchGroup;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.util.Locale;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Searches everything while one types. A combobox after the patterns of WAI-ARIA: the field keeps the focus, and the keys
 * that move through the list are the browser's part, in capstan.js.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class SearchBox extends Div implements AfterNavigationObserver {

    private static final int PAUSE_IN_TYPING_MS = 180;
    private static final int OF_EACH_KIND = 5;

    private final Search search;
    private final HitText words;
    private final Input field = new Input();
    private final Div list = new Div();
    private final Div status = new Div();
    // While the field is set from the URL, nobody is searching.
    private boolean settingField;

    SearchBox(Search search, Benchmarks benchmarks) {
        this.search = search;
        this.words = new HitText(benchmarks);
        addClassName("global-search");
        getElement().setAttribute("role", "search");
        getElement().setAttribute("aria-label", "Everything");
        list.setId("search-list");
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", "What was found");
        status.addClassName("search-status");
        status.getElement().setAttribute("role", "status");
        Div popup = new Div(status, list);
        popup.addClassName("search-popup");
        Span key = new Span("/");
        key.addClassName("keycap");
        key.getElement().setAttribute("aria-hidden", "true");
        prepareField();
        add(Icon.SEARCH.create(), field, key, popup);
    }

    private void prepareField() {
        field.setPlaceholder("Search");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING_MS);
        field.getElement()
                .setAttribute("role", "combobox")
                .setAttribute(
                        "aria-label",
                        "Search clusters, namespaces, workloads, images, owners, capabilities and controls")
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-expanded", "false")
                .setAttribute("aria-controls", "search-list")
                .setAttribute("autocomplete", "off")
                .setAttribute("autocapitalize", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("enterkeyhint", "search")
                .setAttribute("data-search-all", true);
        field.addValueChangeListener(typed -> {
            if (!settingField) {
                show(typed.getValue());
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("window.capstan.search(this)");
    }

    /** On the page of what was found, the field says what was looked for; elsewhere it is ready for the next search. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Location location = event.getLocation();
        String term = location.getPath().equals(Navigation.SEARCH)
                ? Navigation.given(location.getQueryParameters(), "q").orElse("")
                : "";
        settingField = true;
        field.setValue(term);
        settingField = false;
        list.removeAll();
        status.setText("");
    }

    private void show(String typed) {
        list.removeAll();
        switch (search.find(typed, OF_EACH_KIND)) {
            case SearchAnswer.Results results -> show(results);
            case SearchAnswer.Hint(String sentence) -> status.setText(typed.isBlank() ? "" : sentence);
            case SearchAnswer.TookTooLong slow -> status.setText(slow.sentence());
        }
        getElement().executeJs("window.capstan.searched(this)");
    }

    private void show(SearchAnswer.Results results) {
        if (results.groups().isEmpty()) {
            status.setText("Nothing is called so" + (results.beginnings() ? " or begins so." : "."));
            return;
        }
        int shown = 0;
        for (SearchGroup group : results.groups()) {
            list.add(group(group, results.term()));
            shown += group.hits().size();
        }
        status.setText(Words.count(shown, "result") + " shown");
        Anchor all = new Anchor(Navigation.search(results.term()), "See all results");
        all.addClassName("see-all");
        option(all, list.getComponentCount());
        list.add(all);
    }

    private Div group(SearchGroup group, String term) {
        String id = "search-" + group.kind().name().toLowerCase(Locale.ROOT);
        Div title = new Div(new Span(group.kind().title()), new Span(HitText.count(group)));
        title.addClassName("search-group-title");
        title.setId(id);
        title.getElement().setAttribute("role", "presentation");
        Div whole = new Div(title);
        whole.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", id);
        for (int i = 0; i < group.hits().size(); i++) {
            HitLink link = new HitLink(group.hits().get(i), term, words);
            link.setId(id + "-" + i);
            option(link, i);
            whole.add(link);
        }
        return whole;
    }

    private static void option(Anchor link, int position) {
        if (link.getId().isEmpty()) {
            link.setId("search-all-" + position);
        }
        // The field keeps the focus; the arrow keys go through the options.
        link.getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", "false")
                .setAttribute("tabindex", "-1");
    }
}
