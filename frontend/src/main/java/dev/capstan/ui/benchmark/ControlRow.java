package dev.capstan.ui.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.ControlGuide;
import dev.capstan.posture.Apart;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Score;
import dev.capstan.ui.Moment;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Words;
import java.util.Map;

/** One control in the list: what it wants, how the benchmark has it, how it is judged, and how the fleet stands. */
class ControlRow extends Section {

    /** @param how what {@code judged} tells */
    ControlRow(
            ControlGuide guide, Benchmark benchmark, String how, Component judged, FleetPosture fleet, Moment moment) {
        addClassName("control-row");
        Control control = guide.control();
        H2 title = new H2(new Anchor(Navigation.control(control), control.title()));
        Div what = new Div(title, new Paragraph(guide.title() + "."), new ListingText(benchmark, control));
        Div judging = new Div(label(how), judged);
        add(what, judging, standing(new Standpoint(control, moment), fleet));
    }

    private static Div standing(Standpoint standpoint, FleetPosture fleet) {
        Score score = fleet.score();
        Paragraph percent = new Paragraph(Words.percent(score.strictPercent()));
        percent.addClassName("headline");
        Div standing =
                new Div(label("Strict score of the fleet"), percent, new BandBar(fleet), counts(standpoint, score));
        Apart apart = fleet.apart();
        if (apart.platform() > 0) {
            Paragraph platform = new Paragraph("What AKS runs, counted apart: %s of %s fail."
                    .formatted(Words.number(apart.platformFailing()), Words.count(apart.platform(), "container")));
            platform.addClassName("quiet-text");
            standing.add(platform);
        }
        standing.addClassName("control-score");
        return standing;
    }

    private static Paragraph counts(Standpoint standpoint, Score score) {
        if (score.assessed() == 0) {
            return new Paragraph("No container is assessed.");
        }
        Paragraph counts = new Paragraph("%s pass, ".formatted(Words.number(score.passing())));
        String failing = Words.number(score.failing()) + " fail";
        if (score.failing() == 0) {
            counts.add(new Span(failing));
        } else {
            Anchor link = new Anchor(standpoint.url(Navigation.WORKLOADS, Map.of("failing", "yes")), failing);
            link.setTitle("The failing workloads");
            counts.add(link);
        }
        counts.add(new Span(", %s not assessed.".formatted(Words.number(score.notAssessed()))));
        return counts;
    }

    private static Span label(String text) {
        Span label = new Span(text);
        label.addClassName("label");
        return label;
    }
}
