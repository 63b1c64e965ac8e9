package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.capstan.benchmark.Control;
import dev.capstan.posture.ChangeCounts;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.Changes;
import dev.capstan.posture.Period;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the last day and the last week brought; every number leads to its changes. */
class WhatChanged extends Div {

    private static final List<ChangeKind> KINDS =
            List.of(ChangeKind.NEW, ChangeKind.REOPENED, ChangeKind.CHANGED, ChangeKind.FIXED, ChangeKind.GONE);

    WhatChanged(Changes changes, Control control, Clock clock) {
        addClassName("what-changed");
        SmallTable table = new SmallTable(
                "Findings that changed",
                Stream.concat(
                                Stream.of("Period"),
                                KINDS.stream().map(kind -> "#" + Sign.of(kind).word()))
                        .toArray(String[]::new));
        String net = "";
        for (ChosenPeriod.Preset preset : List.of(ChosenPeriod.Preset.DAY, ChosenPeriod.Preset.WEEK)) {
            ChangesState state = ChangesState.USUAL.withControl(control).withPeriod(ChosenPeriod.of(preset));
            Optional<Period> period = state.period().period(clock, changes, null);
            ChangeCounts counts = changes.count(control, period.orElseThrow(), ChangeFilter.ALL);
            List<Object> cells = new ArrayList<>();
            cells.add(new Anchor(state.url(), "Last " + preset.word()));
            KINDS.forEach(kind -> cells.add(number(state, kind, counts.of(kind))));
            table.row(cells.toArray());
            net = "In 7 days: " + ChangeNumbers.net(counts);
        }
        Paragraph summary = new Paragraph(net);
        summary.addClassName("trend-summary");
        add(table, summary);
    }

    private static Anchor number(ChangesState state, ChangeKind kind, long count) {
        Anchor link =
                new Anchor(state.withFilter(ChangeFilter.ALL.withKind(kind)).url(), Words.number(count));
        link.addClassName(count == 0 ? "quiet" : Sign.of(kind).tone());
        link.setTitle(ChangeNumbers.meaning(kind));
        return link;
    }
}
