package dev.capstan.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ownership.OwnerRulesVersion;
import dev.capstan.ui.component.Age;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who changed the rules, when and why; the newest first, and the program's own last. */
class OwnerRulesHistory extends Div {

    private final UnaryOperator<String> names;
    private final @Nullable Consumer<OwnerRulesVersion> again;

    /**
     * @param names tells a person's name for people
     * @param again takes a version whose rules are wanted again, or null where nobody may change anything
     */
    OwnerRulesHistory(UnaryOperator<String> names, @Nullable Consumer<OwnerRulesVersion> again) {
        this.names = names;
        this.again = again;
    }

    void show(List<OwnerRulesVersion> versions) {
        removeAll();
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        for (int i = 0; i < versions.size(); i++) {
            list.add(item(versions.get(i), i + 1 < versions.size() ? versions.get(i + 1) : null, i == 0));
        }
        add(list);
    }

    private ListItem item(OwnerRulesVersion version, @Nullable OwnerRulesVersion before, boolean newest) {
        Span title = new Span(version.version() == 0 ? "Capstan's own rules" : "Version " + version.version());
        title.addClassName("strong");
        Div line = new Div(title);
        line.addClassName("timeline-line");
        if (newest) {
            Span tag = new Span("in force");
            tag.addClassName("tag");
            line.add(tag);
        } else if (again != null) {
            Consumer<OwnerRulesVersion> take = again;
            NativeButton button = new NativeButton("Use these rules again", click -> take.accept(version));
            button.setAriaLabel("Use the rules of version " + version.version() + " again");
            button.addClassName("link-button");
            line.add(button);
        }
        ListItem item = new ListItem(line);
        Instant madeAt = version.madeAt();
        if (madeAt != null) {
            Span when = new Span(new Span(names.apply(version.madeBy()) + ", "), new Age(madeAt));
            when.addClassName("when");
            item.add(when);
        }
        Paragraph note = new Paragraph(version.note());
        note.addClassName("policy-note");
        item.add(
                note,
                before == null
                        ? OwnerRulesText.all(version.rules())
                        : PolicyText.list(OwnerRulesText.words(before.rules(), version.rules())));
        return item;
    }
}
