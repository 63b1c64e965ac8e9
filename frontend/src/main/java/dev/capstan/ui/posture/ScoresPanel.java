package dev.capstan.ui.posture;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Location;
import dev.capstan.posture.GroupScore;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Segments;
import dev.capstan.ui.component.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The groups with most failing containers, by what the person chooses, and the way to all of them. */
class ScoresPanel extends Section {

    private static final int SHOWN = 10;

    /** @param url where each choice of what to tell apart by leads */
    ScoresPanel(
            List<GroupScore> groups,
            ScoresBy by,
            Standpoint standpoint,
            List<String> tagNames,
            Function<ScoresBy, String> url) {
        addClassNames("part", "scores-panel");
        Div line = new Div(new H2("Scores by"), choices(by, tagNames, url));
        line.addClassNames("section-header", "scores-header");
        if (by.dimension() == ScoresBy.Dimension.TAG && !tagNames.isEmpty()) {
            line.add(tag(by, tagNames, url));
        }
        add(line);
        if (groups.isEmpty()) {
            add(EmptyState.noDataYet("Nothing to tell apart", "Groups appear with the first complete snapshot."));
            return;
        }
        add(new ScoresTable(groups.subList(0, Math.min(SHOWN, groups.size())), by, standpoint));
        Anchor all = new Anchor(
                by.dimension() == ScoresBy.Dimension.OWNER
                        ? standpoint.url(Navigation.OWNERS, Map.of())
                        : standpoint.url(Navigation.SCORES, by.parameters()),
                groups.size() > SHOWN
                        ? "All %s, of which these have most failing containers"
                                .formatted(Words.count(groups.size(), noun(by)))
                        : "As a page of its own, with export");
        all.addClassName("more");
        add(all);
    }

    /** A group in a word, in the middle of a sentence. */
    static String noun(ScoresBy by) {
        return switch (by.dimension()) {
            case SUBSCRIPTION, NAMESPACE, OWNER -> by.word().toLowerCase(Locale.ENGLISH);
            case TAG -> "value";
        };
    }

    static Segments choices(ScoresBy by, List<String> tagNames, Function<ScoresBy, String> url) {
        Segments segments = new Segments("Scores by");
        for (ScoresBy.Dimension dimension : ScoresBy.Dimension.values()) {
            String tag = dimension == ScoresBy.Dimension.TAG ? ScoresBy.usualTag(tagNames) : "";
            segments.with(dimension.word(), url.apply(new ScoresBy(dimension, tag)), dimension == by.dimension());
        }
        return segments;
    }

    static Select<String> tag(ScoresBy by, List<String> tagNames, Function<ScoresBy, String> url) {
        Select<String> tag = new Select<>();
        List<String> offered = new ArrayList<>(tagNames);
        if (!offered.contains(by.tag())) {
            offered.add(by.tag());
        }
        tag.setAriaLabel("Name of the tag");
        tag.setItems(offered);
        tag.setValue(by.tag());
        tag.addValueChangeListener(e -> {
            Location location = new Location(url.apply(new ScoresBy(ScoresBy.Dimension.TAG, e.getValue())));
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        });
        return tag;
    }
}
