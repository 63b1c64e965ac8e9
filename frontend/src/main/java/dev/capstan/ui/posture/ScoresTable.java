package dev.capstan.ui.posture;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.posture.GroupScore;
import dev.capstan.ui.Standpoint;
import dev.capstan.ui.component.BandBar;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.util.List;

/** Groups with their scores, each leading to the list of what it holds. */
class ScoresTable extends SmallTable {

    /** @param groups those to show, with most failing units first */
    ScoresTable(List<GroupScore> groups, ScoresBy by, Standpoint standpoint) {
        super(
                "Scores by " + by.word().toLowerCase(java.util.Locale.ENGLISH),
                by.word(),
                "#Passing",
                "Bands",
                "#Failing",
                "#+Not assessed",
                "#+Workloads",
                "#+Clusters");
        addClassName("scores-table");
        for (GroupScore group : groups) {
            row(
                    name(group, by, standpoint),
                    Words.percent(group.score().strictPercent()),
                    new BandBar(group.score()),
                    failing(group),
                    Words.number(group.score().notAssessed()),
                    Words.number(group.workloads()),
                    Words.number(group.clusters()));
        }
    }

    private static Component name(GroupScore group, ScoresBy by, Standpoint standpoint) {
        String name = by.nameOf(group.name());
        Component text = by.url(group.name(), standpoint)
                .<Component>map(url -> new Anchor(url, name))
                .orElseGet(() -> quiet(name));
        Div cell = new Div(text);
        cell.addClassName("group-name");
        return cell;
    }

    private static Component failing(GroupScore group) {
        if (group.score().assessed() == 0) {
            return quiet("–");
        }
        Span failing = new Span(Words.number(group.score().failing()));
        failing.addClassName(group.score().failing() > 0 ? "strong" : "quiet-text");
        return failing;
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet-text");
        return span;
    }
}
