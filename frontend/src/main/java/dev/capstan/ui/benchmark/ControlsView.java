package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.posture.Postures;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.AsOfBanner;
import dev.capstan.ui.component.AsOfPicker;
import dev.capstan.ui.component.Page;
import dev.capstan.workload.Policies;
import dev.capstan.workload.PolicyVersion;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Every control: how the benchmark at hand lists it, how it is judged, and how the fleet stands under it. */
@Route(Navigation.CONTROLS)
@PageTitle("Controls – Capstan")
@RolesAllowed("VIEWER")
class ControlsView extends Page implements AfterNavigationObserver {

    private final Benchmarks benchmarks;
    private final ChosenBenchmark chosen;
    private final Policies policies;
    private final Postures postures;
    private final Clock clock;
    private final AsOfBanner banner = new AsOfBanner();
    private final Div beside = new Div();
    private final BenchmarkPicker picker;
    private final Div notes = new Div();
    private final Div rows = new Div();
    private Moment moment = Moment.NOW;

    ControlsView(Benchmarks benchmarks, ChosenBenchmark chosen, Policies policies, Postures postures, Clock clock) {
        this.benchmarks = benchmarks;
        this.chosen = chosen;
        this.policies = policies;
        this.postures = postures;
        this.clock = clock;
        picker = new BenchmarkPicker(benchmarks.all(), this::pick);
        addClassName("controls-page");
        notes.addClassName("benchmark-notes");
        beside.addClassName("beside");
        Paragraph about = new Paragraph(benchmarks.about());
        about.addClassNames("quiet-text", "about");
        add(header("Controls", Reference.CONTROLS.segments(), picker, beside), banner, notes, rows, about);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        moment = Moment.read(event.getLocation().getQueryParameters(), clock);
        show(Navigation.given(event.getLocation().getQueryParameters(), "benchmark")
                .flatMap(benchmarks::find)
                .orElseGet(chosen::get));
    }

    private void pick(Benchmark picked) {
        chosen.choose(picked);
        Navigation.remember(UI.getCurrent(), url(picked, moment), true);
        show(picked);
    }

    private static String url(Benchmark shown, Moment moment) {
        return Navigation.url(Navigation.CONTROLS, Map.of("benchmark", shown.id(), "asOf", moment.parameter()));
    }

    private void show(Benchmark shown) {
        picker.setValue(shown);
        speakOf(moment);
        banner.show(moment, url(shown, Moment.NOW));
        beside.removeAll();
        beside.add(new AsOfPicker(moment, clock, asked -> url(shown, asked)));
        notes.removeAll();
        String note = shown.note();
        if (note != null) {
            notes.add(new Paragraph(note));
        }
        Benchmark own = chosen.get();
        if (!own.equals(shown)) {
            notes.add(notYours(own, shown));
        }
        rows.removeAll();
        for (Control control : Control.values()) {
            rows.add(row(benchmarks.guide(control), shown));
        }
    }

    private ControlRow row(ControlGuide guide, Benchmark shown) {
        Control control = guide.control();
        Optional<PolicyVersion> newest = control == Control.ADDED ? policies.newest() : Optional.empty();
        return newest.map(version -> new ControlRow(
                        guide,
                        shown,
                        "Reading in force",
                        new ReadingInForce(version.policy()),
                        postures.fleet(control, moment.asOf()),
                        moment))
                .orElseGet(() -> new ControlRow(
                        guide,
                        shown,
                        "A container fails when",
                        failsWhen(guide),
                        postures.fleet(control, moment.asOf()),
                        moment));
    }

    private static Div failsWhen(ControlGuide guide) {
        Div sentences = new Div();
        guide.judged().forEach(criterion -> sentences.add(new Paragraph(criterion.failsWhen())));
        sentences.addClassName("reading");
        return sentences;
    }

    private Div notYours(Benchmark own, Benchmark shown) {
        NativeButton take = new NativeButton("Report against " + shown.shortTitle(), click -> pick(shown));
        take.addClassName("link-button");
        Div line = new Div(new Paragraph("You report against %s.".formatted(own.shortTitle())), take);
        line.addClassNames("notice", "notice-quiet");
        return line;
    }
}
