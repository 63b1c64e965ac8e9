package dev.capstan.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ownership.OwnerRule;
import dev.capstan.ownership.OwnerRules;
import dev.capstan.ownership.OwnerSource;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules in their order, with for how many workloads each finds the owner; the first that finds one holds. */
class OwnerRuleList extends Div {

    private final boolean editable;
    private final Runnable changed;
    private final Paragraph refusal = new Paragraph();
    private final Div table = new Div();
    private final List<OwnerRule> rules = new ArrayList<>();
    private List<Long> found = List.of();

    /** @param changed runs when the person changed something */
    OwnerRuleList(boolean editable, Runnable changed) {
        this.editable = editable;
        this.changed = changed;
        addClassName("overrides");
        refusal.addClassNames("fail", "refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(table, refusal);
        if (editable) {
            add(new Button(
                    "Add a rule", click -> new OwnerRuleDialog(null, made -> change(() -> rules.add(made))).open()));
        }
    }

    void show(OwnerRules shown) {
        rules.clear();
        rules.addAll(shown.rules());
        found = List.of();
        refuse("");
        fill();
    }

    /** The rules as they stand now. */
    OwnerRules rules() {
        return new OwnerRules(rules);
    }

    /** Says for how many workloads each rule finds the owner. */
    void found(List<Long> counts) {
        found = counts;
        fill();
    }

    /** Says why they cannot be saved. */
    void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }

    private void change(Runnable change) {
        change.run();
        refuse("");
        found = List.of();
        fill();
        changed.run();
    }

    private void fill() {
        table.removeAll();
        if (rules.isEmpty()) {
            Paragraph none = new Paragraph("None. No workload has an owner.");
            none.addClassName("quiet-text");
            table.add(none);
            return;
        }
        String caption = "Rules in their order";
        SmallTable rows = editable
                ? new SmallTable(caption, "#Order", "Looks for", "#Finds", "Change")
                : new SmallTable(caption, "#Order", "Looks for", "#Finds");
        rows.addClassName("rules-table");
        for (int i = 0; i < rules.size(); i++) {
            String finds = i < found.size() ? Words.number(found.get(i)) : "–";
            if (editable) {
                rows.row(Words.number(i + 1), rule(rules.get(i)), finds, actions(i));
            } else {
                rows.row(Words.number(i + 1), rule(rules.get(i)), finds);
            }
        }
        table.add(rows);
    }

    private static Component rule(OwnerRule rule) {
        Span key = new Span(rule.key());
        key.addClassName("mono");
        Div cell = new Div(new Span(rule.source().title() + " "), key);
        if (rule.source() == OwnerSource.NAMESPACE_NAME) {
            cell.add(new Span(" → " + rule.owner()));
        }
        return cell;
    }

    private Component actions(int at) {
        String which = " rule " + (at + 1);
        NativeButton up = button(Icon.UP, "Move up" + which, () -> Collections.swap(rules, at, at - 1));
        NativeButton down = button(Icon.DOWN, "Move down" + which, () -> Collections.swap(rules, at, at + 1));
        up.setEnabled(at > 0);
        down.setEnabled(at < rules.size() - 1);
        NativeButton edit = new NativeButton(
                "Edit", click -> new OwnerRuleDialog(rules.get(at), made -> change(() -> rules.set(at, made))).open());
        edit.setAriaLabel("Edit" + which);
        edit.addClassName("link-button");
        NativeButton remove = new NativeButton("Remove", click -> change(() -> rules.remove(at)));
        remove.setAriaLabel("Remove" + which);
        remove.addClassName("link-button");
        Div actions = new Div(up, down, edit, remove);
        actions.addClassName("actions");
        return actions;
    }

    private NativeButton button(Icon icon, String label, Runnable change) {
        NativeButton button = new NativeButton("", click -> change(change));
        button.add(icon.create());
        button.setAriaLabel(label);
        button.setTitle(label);
        button.addClassName("link-button");
        return button;
    }
}
