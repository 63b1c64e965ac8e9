package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.capstan.posture.GroupScore;
import dev.capstan.posture.Grouping;
import dev.capstan.posture.OwnerList;
import dev.capstan.posture.Postures;
import dev.capstan.posture.Scope;
import dev.capstan.posture.Score;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.benchmark.ChosenBenchmark;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Days;
import dev.capstan.ui.component.Facts;
import dev.capstan.ui.component.Page;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.TrendChart;
import dev.capstan.ui.component.Words;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owns and how it stands, or what nobody does. The name stands in the query: it comes from labels, may hold
 * anything, and a path cannot.
 */
@Route(Navigation.OWNERS + "/owner")
@RolesAllowed("VIEWER")
class OwnerView extends Page implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final int CAPABILITIES = 10;

    private final Postures postures;
    private final ChosenBenchmark benchmark;
    private final Clock clock;
    private @Nullable String name;
    private Standpoint standpoint = Standpoint.USUAL;
    private GroupScore standing = new GroupScore(null, Score.NONE, 0, 0, null, null);

    OwnerView(Postures postures, ChosenBenchmark benchmark, Clock clock) {
        this.postures = postures;
        this.benchmark = benchmark;
        this.clock = clock;
        addClassName("owner-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        standpoint = Standpoint.read(parameters, clock);
        name = Navigation.given(parameters, "name").orElse(null);
        standing = postures.scores(new Grouping.ByOwner(), standpoint.control(), standpoint.asOf()).stream()
                .filter(group -> Objects.equals(group.name(), name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        name == null
                                ? "Every workload has an owner."
                                : standpoint.isLive()
                                        ? "Nobody of this name owns a workload now."
                                        : "Nobody of this name owned a workload then."));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Days days = Days.of(event.getLocation().getQueryParameters());
        removeAll();
        setClassName("incomplete", standing.score().incomplete());
        Nav path = new Nav(new Anchor(standpoint.url(Navigation.OWNERS, Map.of()), "Owners"));
        path.addClassName("crumbs");
        path.getElement().setAttribute("aria-label", "Above this page");
        add(
                path,
                header(
                        OwnerList.name(standing),
                        new StandpointSwitch(standpoint, chosen -> url(chosen, days), benchmark.get(), clock)));
        speakOf(standpoint.moment());
        AsOfBanner banner = new AsOfBanner();
        banner.show(standpoint.moment(), url(standpoint.withMoment(Moment.NOW), days));
        add(banner);
        if (name == null) {
            add(nobody());
        }
        Div line = new Div(score(standing.score()), facts());
        line.addClassName("standing-line");
        add(line);
        TrendChart trend = new TrendChart();
        LocalDate last = standpoint.moment().day(clock);
        trend.show(postures.trend(
                new Scope.OfOwner(owner()), standpoint.control(), days.before(last), last, standpoint.asOf()));
        add(section("Bands over time", days.segments(chosen -> url(standpoint, chosen)), trend));
        add(columns());
    }

    @Override
    public String getPageTitle() {
        return OwnerList.name(standing) + " – Capstan";
    }

    private Div columns() {
        WorkloadFilter owned = WorkloadFilter.SCORED.withOwner(owner());
        boolean known = known();
        Anchor all = new Anchor(
                WorkloadLinks.to(owned, standpoint), name == null ? "All without an owner" : "All their workloads");
        Div main = new Div(section("Failing workloads", all, new OwnedFailing(postures, owned, standpoint, known)));
        Div aside = new Div(section(
                "What containers ask for",
                new AskedForTable(
                        owned, postures.askedForBy(owner(), standpoint.asOf(), CAPABILITIES), known, standpoint)));
        Div columns = new Div(main, aside);
        columns.addClassName("columns");
        return columns;
    }

    private static Component score(Score score) {
        Paragraph percent = new Paragraph(Words.percent(score.strictPercent()));
        percent.addClassName("headline");
        Paragraph counts = new Paragraph(Words.passing(score));
        counts.addClassName("counts");
        Div panel = new Div(percent, counts, new BandBar(score));
        panel.addClassName("cluster-score");
        return panel;
    }

    private Facts facts() {
        Instant since = standing.failingSince();
        return new Facts()
                .with("Workloads", Words.number(standing.workloads()))
                .with("In", Words.count(standing.clusters(), "cluster"))
                .with("Failing containers", Words.number(standing.score().failing()))
                .with("Not assessed", Words.number(standing.score().notAssessed()))
                .with("Worst risk", known() ? Sign.of(standing.risk()).create() : new Span("–"))
                .with("Oldest failing", since == null ? new Span("–") : new Age(since));
    }

    private static Div nobody() {
        Paragraph text = new Paragraph(
                new Span("No rule finds an owner for these workloads. "),
                new Anchor(Navigation.OWNER_RULES, "See the rules"),
                new Span(", or let their teams write a label."));
        Div notice = new Div(text);
        notice.addClassNames("notice", "notice-quiet");
        return notice;
    }

    /** Whether anything was read that can still be believed; without that, nothing failing says nothing. */
    private boolean known() {
        return standing.score().assessed() > 0;
    }

    private String owner() {
        return name == null ? WorkloadFilter.NO_OWNER : name;
    }

    private String url(Standpoint chosen, Days shown) {
        Map<String, @Nullable String> parameters = new LinkedHashMap<>();
        parameters.put("name", name);
        parameters.put("days", shown.parameter());
        return chosen.url(Navigation.OWNERS + "/owner", parameters);
    }
}
