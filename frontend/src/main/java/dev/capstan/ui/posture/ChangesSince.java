package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ChangeCounts;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import dev.capstan.posture.Changes;
import dev.capstan.posture.Period;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.util.Optional;

/** What a cluster's last snapshot brought, in a line; every number leads to its changes. */
public class ChangesSince extends Div {

    public ChangesSince(Changes changes, ClusterId cluster, Control control) {
        addClassName("changes-since");
        Optional<Period> period = changes.sinceTheSnapshotBefore(cluster);
        if (period.isEmpty()) {
            setVisible(false);
            return;
        }
        ChangeFilter filter = ChangeFilter.ALL.withCluster(cluster);
        ChangeCounts counts = changes.count(control, period.get(), filter);
        ChangesState state = ChangesState.USUAL
                .withControl(control)
                .withFilter(filter)
                .withPeriod(ChosenPeriod.of(ChosenPeriod.Preset.SNAPSHOT));
        Span title = new Span(
                new Span("Since the snapshot before, "), new Age(period.get().from()));
        title.addClassName("changes-since-title");
        add(title);
        for (ChangeKind kind : ChangeKind.values()) {
            if (counts.of(kind) > 0) {
                Sign sign = Sign.of(kind);
                Anchor link = new Anchor(state.withFilter(filter.withKind(kind)).url());
                link.add(sign.icon().create(), new Span(Words.number(counts.of(kind)) + " " + lower(sign.word())));
                link.addClassNames("sign", sign.tone());
                link.setTitle(ChangeNumbers.meaning(kind));
                add(link);
            }
        }
        if (counts.all() == 0) {
            Span none = new Span(Icon.CHECK.create(), new Span("nothing changed"));
            none.addClassNames("sign", "calm");
            add(none);
        }
        add(new Anchor(
                state.withPeriod(ChosenPeriod.USUAL).url(), "Changes of the last " + ChosenPeriod.Preset.WEEK.word()));
    }

    private static String lower(String word) {
        return word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
