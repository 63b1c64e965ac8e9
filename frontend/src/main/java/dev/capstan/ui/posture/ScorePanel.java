package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Score;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The strict score of the fleet with its counts and its age; no green while too much is unknown. */
class ScorePanel extends Section {

    ScorePanel(FleetPosture fleet, Standpoint standpoint) {
        addClassNames("part", "score-panel");
        Score score = fleet.score();
        H2 title = new H2("Strict score");
        Div line = new Div(title);
        line.addClassName("section-header");
        if (fleet.incomplete()) {
            Span incomplete = new Span(Icon.UNKNOWN.create(), new Span("Incomplete"));
            incomplete.addClassNames("sign", "incomplete-sign");
            line.add(incomplete);
        }
        Paragraph percent = new Paragraph(Words.percent(score.strictPercent()));
        percent.addClassName("headline");
        Paragraph counts = new Paragraph(Words.passing(score));
        counts.addClassName("counts");
        add(line, percent, counts);
        if (score.excepted() + score.requested() > 0) {
            Paragraph accepted = new Paragraph("%s with accepted risk: %s excepted, %s with an exception requested"
                    .formatted(
                            Words.percent(score.acceptedPercent()),
                            Words.number(score.excepted()),
                            Words.number(score.requested())));
            accepted.addClassName("counts");
            add(accepted);
        }
        add(new BandBar(fleet), legend(score), age(fleet));
        add(new CountedApart(fleet.apart(), null, standpoint));
        Paragraph rule = new Paragraph(ControlSwitch.sentence(standpoint.control()));
        rule.addClassName("quiet-text");
        add(rule);
    }

    private static Div legend(Score score) {
        Div legend = new Div(key("band-pass", score.passing(), "pass"), key("band-fail", score.failing(), "fail"));
        if (score.excepted() > 0) {
            legend.add(key("band-excepted", score.excepted(), "excepted"));
        }
        legend.add(key("band-unknown", score.notAssessed(), "not assessed"));
        if (score.notApplicable() > 0) {
            legend.add(key("band-none", score.notApplicable(), "not applicable"));
        }
        legend.addClassName("legend");
        return legend;
    }

    private static Span key(String band, long units, String word) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", band);
        Span key = new Span(swatch, new Span(Words.number(units) + " " + word));
        key.addClassName("key");
        return key;
    }

    private static Paragraph age(FleetPosture fleet) {
        List<Instant> taken = fleet.clusters().stream()
                .filter(c -> c.freshness() != Freshness.NOT_ASSESSED)
                .map(ClusterPosture::lastSnapshotAt)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Paragraph age = new Paragraph();
        age.addClassName("age-line");
        if (taken.isEmpty()) {
            age.setText("Nothing recent has been read.");
        } else {
            age.add(new Span("Newest snapshot "), new Age(taken.getLast()));
            age.add(new Span(", oldest counted "), new Age(taken.getFirst()));
        }
        return age;
    }
}
