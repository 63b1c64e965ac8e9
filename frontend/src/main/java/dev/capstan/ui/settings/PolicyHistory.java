package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.Policy;
import dev.capstan.ui.component.Age;
import dev.capstan.workload.PolicyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who changed what, when and why; the newest first. */
class PolicyHistory extends Div {

    private static final int SHOWN_AT_FIRST = 20;

    private final UnaryOperator<String> names;
    private final @Nullable Consumer<PolicyVersion> again;

    /**
     * @param names tells a person's name for people
     * @param again takes a version whose settings are wanted again, or null where nobody may change anything
     */
    PolicyHistory(UnaryOperator<String> names, @Nullable Consumer<PolicyVersion> again) {
        this.names = names;
        this.again = again;
    }

    /** Shows these versions, newest first. */
    void show(List<PolicyVersion> versions) {
        removeAll();
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        add(list);
        fill(list, versions, 0, Math.min(SHOWN_AT_FIRST, versions.size()));
        if (versions.size() > SHOWN_AT_FIRST) {
            NativeButton rest = new NativeButton("Show all " + versions.size() + " versions");
            rest.addClassName("link-button");
            rest.addClickListener(click -> {
                rest.removeFromParent();
                fill(list, versions, SHOWN_AT_FIRST, versions.size());
            });
            add(rest);
        }
    }

    private void fill(OrderedList list, List<PolicyVersion> versions, int from, int to) {
        for (int i = from; i < to; i++) {
            list.add(item(versions.get(i), i + 1 < versions.size() ? versions.get(i + 1) : null, i == 0));
        }
    }

    private ListItem item(PolicyVersion version, @Nullable PolicyVersion before, boolean newest) {
        Span title = new Span("Version " + version.policy().version());
        title.addClassName("strong");
        Div line = new Div(title);
        line.addClassName("timeline-line");
        if (newest) {
            Span tag = new Span("in force");
            tag.addClassName("tag");
            line.add(tag);
        } else if (again != null) {
            Consumer<PolicyVersion> take = again;
            NativeButton button = new NativeButton("Use these settings again", click -> take.accept(version));
            button.setAriaLabel(
                    "Use the settings of version " + version.policy().version() + " again");
            button.addClassName("link-button");
            line.add(button);
        }
        Span when = new Span(new Span(names.apply(version.madeBy()) + ", "), new Age(version.madeAt()));
        when.addClassName("when");
        ListItem item = new ListItem(line, when);
        if (!version.note().isBlank()) {
            Paragraph note = new Paragraph(version.note());
            note.addClassName("policy-note");
            item.add(note);
        }
        item.add(PolicyText.list(words(version, before)));
        return item;
    }

    static List<String> words(PolicyVersion version, @Nullable PolicyVersion before) {
        if (before == null) {
            Policy nothing = Policy.of(0, version.policy().fleet().reading(), Set.of());
            List<String> words = new ArrayList<>();
            words.add("reading: " + version.policy().fleet().reading().title().toLowerCase(Locale.ROOT));
            words.addAll(PolicyDiff.words(nothing, version.policy()));
            return words;
        }
        List<String> words = new ArrayList<>(PolicyDiff.words(before.policy(), version.policy()));
        if (before.rules() != version.rules()) {
            words.add("Capstan's own rules: version %d → %d".formatted(before.rules(), version.rules()));
        }
        return words;
    }
}
