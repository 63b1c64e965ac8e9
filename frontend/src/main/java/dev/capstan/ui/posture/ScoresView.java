package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.PostureExport;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.ExportLink;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Part;
import dev.capstan.ui.component.Throttle;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every group of the fleet with its score: by subscription, tag, namespace or owner, a page of rows at a time. */
@Route(Navigation.SCORES)
@PageTitle("Scores – Capstan")
@RolesAllowed("VIEWER")
class ScoresView extends Page implements AfterNavigationObserver {

    private static final int ROWS = 200;

    private final Postures postures;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private final Span count = new Span();
    private final Div beside = new Div();
    private final AsOfBanner banner = new AsOfBanner();
    private final Div choices = new Div();
    private final Part rows = new Part();
    private int first;

    // Read by downloads, too, which hold no lock.
    private volatile Standpoint standpoint = Standpoint.USUAL;
    private volatile ScoresBy by = ScoresBy.USUAL;

    ScoresView(Postures postures, PostureExport export, ChosenBenchmark benchmark, ProgressFeed progress, Clock clock) {
        this.postures = postures;
        this.benchmark = benchmark;
        this.clock = clock;
        count.addClassName("count");
        beside.addClassName("beside");
        choices.addClassName("section-header");
        rows.addClassName("part");
        Nav path = new Nav(new Anchor(Navigation.OVERVIEW, "Overview"));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        ExportLink link = new ExportLink(
                "scores",
                () -> standpoint.moment(),
                clock,
                to -> export.scores(by.grouping(), standpoint.control(), standpoint.asOf(), to));
        add(path, header("Scores", count, new Component[] {beside, link}), banner, choices, rows);
        Throttle refresh = new Throttle(this, () -> {
            if (standpoint.isLive()) {
                refresh();
            }
        });
        Feeds.<ScanProgress>follow(this, progress::onScan, scan -> {
            if (!scan.running()) {
                refresh.run();
            }
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        standpoint = Standpoint.read(parameters, clock);
        List<String> tagNames = postures.tagNames();
        by = ScoresBy.read(parameters, () -> tagNames);
        first = Pages.first(parameters, "from");
        speakOf(standpoint.moment());
        banner.show(standpoint.moment(), url(standpoint.withMoment(Moment.NOW), by, 0));
        beside.removeAll();
        beside.add(new StandpointSwitch(standpoint, chosen -> url(chosen, by, 0), benchmark.get(), clock));
        choices.removeAll();
        choices.add(ScoresPanel.choices(by, tagNames, chosen -> url(standpoint, chosen, 0)));
        if (by.dimension() == ScoresBy.Dimension.TAG && !tagNames.isEmpty()) {
            choices.add(ScoresPanel.tag(by, tagNames, chosen -> url(standpoint, chosen, 0)));
        }
        refresh();
    }

    private void refresh() {
        List<GroupScore> groups = postures.scores(by.grouping(), standpoint.control(), standpoint.asOf());
        count.setText(Words.count(groups.size(), ScoresPanel.noun(by)));
        Pages pages = Pages.of(first, ROWS, groups.size());
        rows.show(List.of(groups, by, standpoint, pages), () -> {
            if (groups.isEmpty()) {
                return List.of(EmptyState.noDataYet(
                        "Nothing to tell apart", "Groups appear with the first complete snapshot."));
            }
            List<Component> contents = new ArrayList<>();
            contents.add(new ScoresTable(groups.subList(pages.first(), pages.end()), by, standpoint));
            if (pages.several()) {
                contents.add(pages.links(ScoresPanel.noun(by), from -> url(standpoint, by, from)));
            }
            return contents;
        });
    }

    private static String url(Standpoint standpoint, ScoresBy by, int from) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        by.parameters().forEach((name, value) -> parameters.put(name, value == null ? "" : value));
        parameters.put("from", Pages.parameter(from));
        return standpoint.url(Navigation.SCORES, parameters);
    }
}
