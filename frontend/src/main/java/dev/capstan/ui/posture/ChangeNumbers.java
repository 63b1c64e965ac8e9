package dev.capstan.ui.posture;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.capstan.posture.ChangeCounts;
import dev.capstan.posture.ChangeKind;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many findings changed in which way, as big numbers; each leads to its changes. */
class ChangeNumbers extends Nav {

    /** Shown also where there are none; the others only where there are some. */
    private static final List<ChangeKind> ALWAYS =
            List.of(ChangeKind.NEW, ChangeKind.REOPENED, ChangeKind.CHANGED, ChangeKind.FIXED);

    ChangeNumbers() {
        addClassName("change-numbers");
        getElement().setAttribute("aria-label", "Changes by kind");
    }

    /**
     * @param chosen the kind that the list is narrowed to, or null for none
     * @param url where each kind leads
     */
    void show(ChangeCounts counts, @Nullable ChangeKind chosen, Function<ChangeKind, String> url) {
        removeAll();
        Arrays.stream(ChangeKind.values())
                .filter(kind -> ALWAYS.contains(kind) || counts.of(kind) > 0 || kind == chosen)
                .forEach(kind -> add(number(kind, counts.of(kind), kind == chosen, url.apply(kind))));
        Span net = new Span(net(counts));
        net.addClassName("change-net");
        add(net);
    }

    private static Anchor number(ChangeKind kind, long count, boolean chosen, String url) {
        Span number = new Span(Words.number(count));
        number.addClassName("change-number");
        Anchor link = new Anchor(url, number, Sign.of(kind).create());
        link.addClassName("change-kind");
        link.setClassName("none", count == 0);
        link.setTitle(meaning(kind));
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }

    /** What the changes come to, as a sentence. */
    static String net(ChangeCounts counts) {
        if (counts.net() == 0) {
            return counts.all() == 0 ? "Nothing changed." : "As many containers fail as before.";
        }
        return "%s %s than before."
                .formatted(
                        Words.count(Math.abs(counts.net()), counts.net() > 0 ? "more container" : "fewer container"),
                        Math.abs(counts.net()) == 1 ? "fails" : "fail");
    }

    /** What the kind means, as a sentence. */
    static String meaning(ChangeKind kind) {
        return switch (kind) {
            case NEW -> "Fails now, and had never failed before.";
            case REOPENED -> "Fails again: it had failed before, but not when the period began.";
            case EXCEEDED -> "Was excepted, and has more than its exception grants now.";
            case EXPIRED -> "Was excepted, and fails again since the exception is over.";
            case CHANGED -> "Still fails, but asks for something else or has another risk.";
            case FIXED -> "Failed, and passes now.";
            case EXCEPTED -> "Failed, and an exception covers it now.";
            case GONE -> "Failed, and is not there any more, or not in the score.";
            case UNKNOWN -> "Failed, and cannot be judged any more. That does not count as fixed.";
            case POLICY -> "Fails, passes or is rated otherwise because the policy changed, not the workload.";
        };
    }
}
