package dev.capstan.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import dev.capstan.access.SavedView;
import dev.capstan.access.SavedViewChange;
import dev.capstan.access.SavedViews;
import dev.capstan.access.ViewedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens what a list was narrowed to before, and keeps what it is narrowed to now. */
public class SavedViewsMenu extends Div {

    private final SavedViews views;
    private final ViewedList list;
    private final Supplier<String> url;
    private final MenuItem root;

    /** @param url the address of the list as it is shown now */
    public SavedViewsMenu(SavedViews views, ViewedList list, Supplier<String> url) {
        this.views = views;
        this.list = list;
        this.url = url;
        addClassName("views-menu");
        MenuBar bar = new MenuBar();
        bar.getElement().setAttribute("aria-label", "Saved views");
        root = bar.addItem("Views");
        root.setAriaLabel("Saved views of this list");
        add(bar);
        refresh();
    }

    /** Reads the views again. */
    public void refresh() {
        SubMenu menu = root.getSubMenu();
        menu.removeAll();
        List<SavedView> seen = views.of(list);
        for (SavedView view : seen) {
            menu.addItem(item(view), click -> open(view));
        }
        if (!seen.isEmpty()) {
            menu.addSeparator();
        }
        menu.addItem("Save this view…", click -> save());
        if (seen.stream().anyMatch(views::mayChange)) {
            menu.addItem(
                    "Manage views…", click -> new ManageViewsDialog(views, list, this::query, this::refresh).open());
        }
    }

    private Span item(SavedView view) {
        Span item = new Span(new Span(view.name()));
        item.addClassName("view-item");
        if (view.shared()) {
            Span by = new Span(views.mayChange(view) ? "shared" : "by " + view.ownerName());
            by.addClassName("cell-sub");
            item.add(by);
        }
        return item;
    }

    private void open(SavedView view) {
        UI.getCurrent().navigate(view.list().path(), QueryParameters.fromString(view.query()));
    }

    private void save() {
        String query = query();
        new ViewNameDialog(
                        "Save this view",
                        "Save",
                        "",
                        false,
                        (name, shared) -> views.save(list, name, query, shared),
                        saved -> {
                            Notification.show("Saved as %s.".formatted(saved.name()));
                            refresh();
                        })
                .open();
    }

    /** What the list's address says behind the question mark. */
    private String query() {
        String shown = url.get();
        int mark = shown.indexOf('?');
        return mark < 0 ? "" : shown.substring(mark + 1);
    }

    /** Says what came of a change, and what was changed to whom it concerns. */
    static void tell(SavedViewChange change, Consumer<SavedView> done) {
        switch (change) {
            case SavedViewChange.Done(var view) -> done.accept(view);
            case SavedViewChange.NameTaken(var name) ->
                Notification.show("There is another view named %s.".formatted(name));
            case SavedViewChange.NotYours() ->
                Notification.show("That view is not there any more, or not yours to change.");
            case SavedViewChange.Refused(var sentence) -> Notification.show(sentence);
        }
    }
}
