package dev.capstan.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import dev.capstan.workload.PolicyPreview.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The overrides in their order, with how far each reaches; the first that matches holds. */
class OverrideList extends Div {

    /** Opens something to edit an override with, or a new one when null, and hands back what came of it. */
    interface Editor {
        void edit(@Nullable PolicyOverride from, Consumer<PolicyOverride> done);
    }

    private final boolean editable;
    private final Runnable changed;
    private final Editor editor;
    private final Paragraph refusal = new Paragraph();
    private final Div table = new Div();
    private final List<PolicyOverride> overrides = new ArrayList<>();
    private List<Reach> reaches = List.of();

    OverrideList(boolean editable, Runnable changed, Editor editor) {
        this.editable = editable;
        this.changed = changed;
        this.editor = editor;
        addClassName("overrides");
        refusal.addClassNames("fail", "refusal");
        refusal.getElement().setAttribute("role", "alert");
        add(table, refusal);
        if (editable) {
            add(new Button("Add an override", click -> editor.edit(null, made -> change(() -> overrides.add(made)))));
        }
    }

    /** Shows these overrides. */
    void show(List<PolicyOverride> shown) {
        overrides.clear();
        overrides.addAll(shown);
        reaches = List.of();
        refuse("");
        fill();
    }

    /** The overrides as they stand now. */
    List<PolicyOverride> overrides() {
        return List.copyOf(overrides);
    }

    /** Says how far each reaches. */
    void reach(List<Reach> known) {
        reaches = known;
        fill();
    }

    /** Says why the overrides cannot be saved; an empty text when they can. */
    void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }

    private void change(Runnable change) {
        change.run();
        reaches = List.of();
        refuse("");
        fill();
        changed.run();
    }

    private void fill() {
        table.removeAll();
        if (overrides.isEmpty()) {
            Paragraph none = new Paragraph("None. The same holds in the whole fleet.");
            none.addClassName("quiet-text");
            table.add(none);
            return;
        }
        SmallTable rows = editable
                ? new SmallTable("Overrides in their order", "Where", "Criteria", "Change")
                : new SmallTable("Overrides in their order", "Where", "Criteria");
        for (int i = 0; i < overrides.size(); i++) {
            PolicyOverride override = overrides.get(i);
            Component where = where(override, i < reaches.size() ? reaches.get(i) : null);
            Component criteria = cell(new Span(override.reading().title()), allowed(override));
            if (editable) {
                rows.row(where, criteria, actions(i));
            } else {
                rows.row(where, criteria);
            }
        }
        table.add(rows);
    }

    private Component actions(int at) {
        String which = " override " + (at + 1);
        NativeButton up = button(Icon.UP, "Move up" + which, () -> Collections.swap(overrides, at, at - 1));
        NativeButton down = button(Icon.DOWN, "Move down" + which, () -> Collections.swap(overrides, at, at + 1));
        up.setEnabled(at > 0);
        down.setEnabled(at < overrides.size() - 1);
        NativeButton edit = new NativeButton(
                "Edit", click -> editor.edit(overrides.get(at), made -> change(() -> overrides.set(at, made))));
        edit.setAriaLabel("Edit" + which);
        edit.addClassName("link-button");
        NativeButton remove = new NativeButton("Remove", click -> change(() -> overrides.remove(at)));
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

    /** How far an override reaches, in words. */
    static Component reach(Reach reach) {
        Div words = new Div(new Span(
                reach.namespaces() == 0
                        ? "nothing that runs now"
                        : "%s in %s"
                                .formatted(
                                        Words.count(reach.namespaces(), "namespace"),
                                        Words.count(reach.clusters(), "cluster"))));
        if (reach.overtaken() > 0) {
            Span overtaken = new Span("; in %s one above holds".formatted(Words.number(reach.overtaken())));
            overtaken.addClassName("quiet-text");
            words.add(overtaken);
        }
        return words;
    }

    private static Component where(PolicyOverride override, @Nullable Reach reach) {
        Div cell = cell(named("Cluster ", override.clusters()), named("Namespace ", override.namespaces()));
        if (reach != null) {
            Div holds = new Div(new Span("Holds in "), reach(reach));
            holds.addClassNames("cell-sub", "reach");
            cell.add(holds);
        }
        return cell;
    }

    private static Span allowed(PolicyOverride override) {
        Span allowed = new Span(
                override.allowed().isEmpty() ? "Nothing allowed" : "Allowed: " + PolicyDiff.names(override.allowed()));
        allowed.addClassName("cell-sub");
        return allowed;
    }

    private static Span named(String what, String pattern) {
        Span name = new Span(pattern);
        name.addClassName("mono");
        return new Span(new Span(what), name);
    }

    private static Div cell(Component... lines) {
        Div cell = new Div(lines);
        cell.addClassName("cell-2");
        return cell;
    }
}
