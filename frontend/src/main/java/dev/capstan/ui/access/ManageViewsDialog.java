package dev.capstan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.capstan.access.SavedView;
import dev.capstan.access.SavedViewChange;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import dev.capstan.ui.component.SmallTable;
import java.util.List;
import java.util.function.Supplier;

/** Renames, shares, overwrites and deletes the views that the person may change. */
class ManageViewsDialog extends Dialog {

    private static final int TIME_TO_UNDO_MS = 8000;

    private final SavedViews views;
    private final ViewedList list;
    private final Supplier<String> query;
    private final Runnable changed;
    private final Div rows = new Div();

    /**
     * @param query the filter that the list shows now
     * @param changed runs after each change
     */
    ManageViewsDialog(SavedViews views, ViewedList list, Supplier<String> query, Runnable changed) {
        this.views = views;
        this.list = list;
        this.query = query;
        this.changed = changed;
        setHeaderTitle("Views of %s".formatted(list.path()));
        rows.addClassName("manage-views");
        add(rows);
        getFooter().add(new Button("Close", click -> close()));
        show();
    }

    private void show() {
        rows.removeAll();
        List<SavedView> own = views.of(list).stream().filter(views::mayChange).toList();
        if (own.isEmpty()) {
            rows.add(new Paragraph("No views are left."));
            return;
        }
        SmallTable table = new SmallTable("Views", "View", "Shared", "Change");
        own.forEach(view -> table.row(name(view), shared(view), actions(view)));
        rows.add(table);
    }

    private static Anchor name(SavedView view) {
        return new Anchor(view.url(), view.name());
    }

    private Checkbox shared(SavedView view) {
        Checkbox shared = new Checkbox(view.shared());
        shared.setAriaLabel("Share %s with everyone".formatted(view.name()));
        shared.addValueChangeListener(e -> SavedViewsMenu.tell(views.share(view.id(), e.getValue()), now -> refresh()));
        return shared;
    }

    private Span actions(SavedView view) {
        Span actions = new Span(
                action("Rename", view, () -> rename(view)),
                action("Overwrite", view, () -> overwrite(view)),
                action("Delete", view, () -> delete(view)));
        actions.addClassName("actions");
        return actions;
    }

    private static NativeButton action(String title, SavedView view, Runnable run) {
        NativeButton button = new NativeButton(title, click -> run.run());
        button.addClassName("link-button");
        button.getElement().setAttribute("aria-label", title + " " + view.name());
        return button;
    }

    private void rename(SavedView view) {
        new ViewNameDialog(
                        "Rename the view",
                        "Rename",
                        view.name(),
                        view.shared(),
                        (name, shared) -> rename(view, name, shared),
                        now -> refresh())
                .open();
    }

    private SavedViewChange rename(SavedView view, String name, boolean shared) {
        SavedViewChange renamed = views.rename(view.id(), name);
        return renamed instanceof SavedViewChange.Done && shared != view.shared()
                ? views.share(view.id(), shared)
                : renamed;
    }

    private void overwrite(SavedView view) {
        SavedViewsMenu.tell(views.overwrite(view.id(), query.get()), now -> {
            withUndo(
                    "%s holds what the list shows now.".formatted(now.name()),
                    () -> views.overwrite(view.id(), view.query()));
            refresh();
        });
    }

    private void delete(SavedView view) {
        SavedViewsMenu.tell(views.delete(view.id()), deleted -> {
            withUndo("%s is deleted.".formatted(deleted.name()), () -> views.restore(deleted));
            refresh();
        });
    }

    private void withUndo(String said, Supplier<SavedViewChange> undo) {
        Notification notification = new Notification();
        notification.setDuration(TIME_TO_UNDO_MS);
        NativeButton button = new NativeButton("Undo", click -> {
            notification.close();
            SavedViewsMenu.tell(undo.get(), back -> refresh());
        });
        button.addClassName("link-button");
        Div line = new Div(new Span(said), button);
        line.addClassName("undo-line");
        notification.add(line);
        notification.open();
    }

    private void refresh() {
        show();
        changed.run();
    }
}
