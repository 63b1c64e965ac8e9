package dev.capstan.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.ui.access.UserMenu;
import dev.capstan.ui.assessment.FleetProgressBar;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.search.KeyboardHelp;
import dev.capstan.ui.search.SearchBox;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/** What stands around every screen: navigation at the side, the person signed in, work over the whole fleet on top. */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout {

    private final AppLayout layout = new AppLayout();
    private final Main contents = new Main();
    private final Clock clock;

    MainLayout(
            UserMenu user,
            ObjectProvider<SearchBox> search,
            ProgressFeed progress,
            Clock clock,
            AuthenticationContext authentication) {
        this.clock = clock;
        addClassName("frame");
        contents.setId("contents");
        contents.getElement().setAttribute("tabindex", "-1");

        Anchor skip = new Anchor("#contents", "Skip to the contents");
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        skip.getElement().executeJs("""
                this.addEventListener('click', event => {
                  event.preventDefault();
                  document.getElementById('contents').focus();
                })""");

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        Div bar = new Div(toggle, brand());
        bar.addClassName("topbar");
        Div side = new Div(brand(), navigation(), user);
        side.addClassName("side");

        layout.setPrimarySection(AppLayout.Section.DRAWER);
        layout.addToNavbar(bar);
        layout.addToDrawer(side);
        Div column = new Div(contents);
        // An error can also meet someone who is not signed in, and they are told nothing of the fleet.
        if (authentication.isAuthenticated()) {
            column.addComponentAsFirst(new FleetProgressBar(progress));
            bar.add(search.getObject(), keyboardButton());
            add(new KeyboardHelp());
        }
        column.addClassName("column");
        layout.setContent(column);
        add(skip, layout);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        contents.getElement().removeAllChildren();
        contents.getElement().appendChild(content.getElement());
        if (layout.isOverlay()) {
            layout.setDrawerOpened(false);
        }
    }

    @Override
    public void removeRouterLayoutContent(HasElement content) {
        contents.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://capstan/capstan.js");
        getElement().executeJs("window.capstan.serverTime($0)", (double) clock.millis());
    }

    private static NativeButton keyboardButton() {
        NativeButton button = new NativeButton("?");
        button.addClassName("keyboard-button");
        button.getElement().setAttribute("aria-label", "Keyboard").setAttribute("title", "Keyboard");
        button.addAttachListener(
                attached -> button.getElement().executeJs("this.onclick = () => window.capstan.keyboardHelp()"));
        return button;
    }

    private static Anchor brand() {
        Image mark = new Image("capstan/icon.svg", "");
        Anchor brand = new Anchor(Navigation.OVERVIEW, mark, new Span("Capstan"));
        brand.addClassName("brand");
        return brand;
    }

    private static SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", "Screens");
        navigation.addItem(
                item("Overview", Navigation.OVERVIEW, Icon.OVERVIEW),
                changes(),
                item("Clusters", Navigation.CLUSTERS, Icon.CLUSTER),
                item("Heat map", Navigation.HEAT_MAP, Icon.HEAT_MAP),
                item("Workloads", Navigation.WORKLOADS, Icon.WORKLOAD),
                nested(item("Owners", Navigation.OWNERS, Icon.PERSON)),
                controls(),
                nested(item("Settings", Navigation.SETTINGS, Icon.SETTINGS)));
        return navigation;
    }

    private static SideNavItem changes() {
        SideNavItem changes = item("Changes", Navigation.CHANGES, Icon.CHANGES);
        changes.setMatchNested(true);
        return changes;
    }

    private static SideNavItem controls() {
        SideNavItem controls = item("Controls", Navigation.CONTROLS, Icon.CONTROL);
        controls.setMatchNested(true);
        controls.setPathAliases(Set.of(Navigation.CAPABILITIES));
        return controls;
    }

    private static SideNavItem nested(SideNavItem item) {
        item.setMatchNested(true);
        return item;
    }

    private static SideNavItem item(String title, String path, Icon icon) {
        return new SideNavItem(title, path, icon.create());
    }
}
