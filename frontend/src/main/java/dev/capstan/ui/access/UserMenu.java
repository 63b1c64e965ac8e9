package dev.capstan.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.People;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.Icon;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The person signed in, light or dark, the tokens of their programs, and the way out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class UserMenu extends Div {

    /** Light, dark, or as the machine has it. */
    private enum Theme {
        AUTO("Same as the system", ColorScheme.Value.LIGHT_DARK),
        LIGHT("Light", ColorScheme.Value.LIGHT),
        DARK("Dark", ColorScheme.Value.DARK);

        private final String title;
        private final ColorScheme.Value scheme;

        Theme(String title, ColorScheme.Value scheme) {
            this.title = title;
            this.scheme = scheme;
        }

        String parameter() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Theme of(String parameter) {
            return Arrays.stream(values())
                    .filter(theme -> theme.parameter().equals(parameter))
                    .findAny()
                    .orElse(AUTO);
        }
    }

    private final Map<Theme, MenuItem> themes = new EnumMap<>(Theme.class);

    UserMenu(AuthenticationContext authentication, People people) {
        addClassName("user-menu");
        setVisible(authentication.isAuthenticated());
        if (!isVisible()) {
            return;
        }
        MenuBar bar = new MenuBar();
        Div person = person(authentication, people);
        MenuItem root = bar.addItem(person);
        root.setAriaLabel("Your account: " + person.getElement().getTextRecursively());
        for (Theme theme : Theme.values()) {
            MenuItem item = root.getSubMenu().addItem(theme.title, click -> choose(theme));
            item.setCheckable(true);
            themes.put(theme, item);
        }
        root.getSubMenu().addSeparator();
        root.getSubMenu().addItem("API tokens", click -> UI.getCurrent().navigate(Navigation.TOKENS));
        root.getSubMenu().addSeparator();
        root.getSubMenu().addItem("Sign out", click -> authentication.logout());
        add(bar);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Theme theme = remembered();
        attached.getUI().getPage().setColorScheme(theme.scheme);
        check(theme);
    }

    private void choose(Theme theme) {
        UI ui = UI.getCurrent();
        ui.getPage().setColorScheme(theme.scheme);
        ui.getPage().executeJs("window.capstan.theme($0)", theme.parameter());
        check(theme);
    }

    private void check(Theme chosen) {
        themes.forEach((theme, item) -> item.setChecked(theme == chosen));
    }

    private static Theme remembered() {
        return Optional.ofNullable(VaadinRequest.getCurrent()).map(VaadinRequest::getCookies).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals("capstan-theme"))
                .map(Cookie::getValue)
                .map(Theme::of)
                .findFirst()
                .orElse(Theme.AUTO);
    }

    private static Div person(AuthenticationContext authentication, People people) {
        String name = authentication.getPrincipalName().orElse("");
        Div text = new Div();
        text.addClassName("person");
        people.find(name)
                .ifPresentOrElse(
                        person -> text.add(
                                new Span(person.displayName()),
                                new Span(person.role().title())),
                        () -> text.add(new Span(name)));
        Div whole = new Div(Icon.PERSON.create(), text);
        whole.addClassName("user");
        return whole;
    }
}
