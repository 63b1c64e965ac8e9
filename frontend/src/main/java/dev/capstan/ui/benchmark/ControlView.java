package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.evaluation.Policy;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Page;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyVersion;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One control in Capstan's own words, part by part; every part has an address of its own. */
@Route(Navigation.CONTROLS + "/:control(added|assigned|net-raw|privileged)")
@RolesAllowed("VIEWER")
class ControlView extends Page implements BeforeEnterObserver, HasDynamicTitle {

    private final Benchmarks benchmarks;
    private final ChosenBenchmark chosen;
    private final Policies policies;
    private final Nav contents = new Nav();
    private final Div parts = new Div();
    private Control control = Control.ADDED;

    ControlView(Benchmarks benchmarks, ChosenBenchmark chosen, Policies policies) {
        this.benchmarks = benchmarks;
        this.chosen = chosen;
        this.policies = policies;
        addClassName("guide-page");
        contents.addClassName("contents-list");
        contents.getElement().setAttribute("aria-label", "On this page");
        parts.addClassName("guide-parts");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String given = event.getRouteParameters().get("control").orElse("");
        control = Arrays.stream(Control.values())
                .filter(c -> Navigation.segment(c).equals(given))
                .findAny()
                .orElseThrow(NotFoundException::new);
        show(benchmarks.guide(control), chosen.get());
    }

    @Override
    public String getPageTitle() {
        return control.title() + " – Capstan";
    }

    private void show(ControlGuide guide, Benchmark benchmark) {
        removeAll();
        contents.removeAll();
        parts.removeAll();
        part("description", "Description", new Paragraph(guide.description()));
        part("rationale", "Rationale", new Paragraph(guide.rationale()));
        part(
                "impact",
                "Impact",
                columns(
                        new Div(new H3("What is gained"), GuideText.list(guide.pros())),
                        new Div(new H3("What it costs"), GuideText.list(guide.cons()))));
        part("default", "Default value", new Paragraph(guide.defaultValue()));
        part("prerequisites", "Prerequisites", GuideText.list(guide.prerequisites()));
        part("judged", "How it is judged", GuideText.judged(guide, policyOfAdded()));
        part("test", "How it is tested by hand", GuideText.steps(guide.test()));
        part(
                "implementation",
                "Implementation",
                new Div(
                        GuideText.steps(guide.implementation()),
                        new H3("Policies that keep it so"),
                        new PolicyGuideList(guide.policies())));
        part("backout", "Backout", GuideText.steps(guide.backout()));
        part("benchmarks", "Benchmarks", benchmarksPart(benchmark));
        Div columns = new Div(contents, parts);
        columns.addClassName("guide");
        Paragraph title = new Paragraph(guide.title() + ".");
        title.addClassName("guide-title");
        add(
                GuideText.crumbs("Controls", Navigation.CONTROLS),
                header(control.title(), BenchmarkLine.of(benchmark, control)),
                title,
                columns);
        // The parts come after the page itself, so the browser has looked for the one in the URL too early.
        parts.getElement()
                .executeJs("const id = decodeURIComponent(location.hash.slice(1));"
                        + "requestAnimationFrame(() => id && document.getElementById(id)?.scrollIntoView())");
    }

    private @Nullable Policy policyOfAdded() {
        return control == Control.ADDED
                ? policies.newest().map(PolicyVersion::policy).orElse(null)
                : null;
    }

    private Div benchmarksPart(Benchmark benchmark) {
        Paragraph about = new Paragraph(benchmarks.about());
        about.addClassName("quiet-text");
        return new Div(new ListingTable(benchmarks.all(), benchmark, control), about);
    }

    private void part(String id, String title, Component text) {
        Section part = section(title, text);
        part.setId(id);
        parts.add(part);
        Anchor link = new Anchor(Navigation.control(control) + "#" + id, title);
        // The browser scrolls by itself; there is no other page to fetch.
        link.setRouterIgnore(true);
        contents.add(link);
    }

    private static Div columns(Div... columns) {
        Div all = new Div(columns);
        all.addClassName("impact");
        return all;
    }
}
