package dev.capstan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.capstan.access.ApiToken;
import dev.capstan.access.ApiTokens;
import dev.capstan.access.People;
import dev.capstan.access.Person;
import dev.capstan.ui.Navigation;
import dev.capstan.ui.component.EmptyState;
import dev.capstan.ui.component.Page;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.function.LongPredicate;

/** The tokens with which programs read as the person signed in; for an administrator, also everyone else's. */
@Route(Navigation.TOKENS)
@PageTitle("API tokens – Capstan")
@RolesAllowed("VIEWER")
class ApiTokensView extends Page {

    private final ApiTokens tokens;
    private final People people;
    private final Clock clock;
    private final boolean administrator;
    private final String person;
    private final Div lists = new Div();

    ApiTokensView(ApiTokens tokens, People people, Clock clock, AuthenticationContext authentication) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
        administrator = authentication.hasRole("ADMIN");
        person = authentication.getPrincipalName().orElse("");
        addClassName("tokens-page");
        Button make = new Button("New token", click -> new TokenDialog(tokens, clock, this::show).open());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor docs = new Anchor("/api/docs", "How to use the API", AnchorTarget.BLANK);
        docs.setRouterIgnore(true);
        Paragraph what = new Paragraph(
                new Span("Programs read through the API with a token. They read as you, and never more than your role"
                        + " may at the time. "),
                docs);

        add(header("API tokens", make), what, lists);
        show();
    }

    private void show() {
        lists.removeAll();
        List<ApiToken> own = tokens.own();
        lists.add(section(
                "Your tokens",
                own.isEmpty()
                        ? EmptyState.none(
                                "No tokens yet", "Make one for each program, so that each can be ended alone.")
                        : new TokenTable("Your tokens", own, null, clock, token -> ask(token, tokens::revoke))));
        if (administrator) {
            List<ApiToken> others = tokens.all().stream()
                    .filter(token -> !token.person().equals(person))
                    .filter(token -> token.state(clock.instant()) == ApiToken.State.ACTIVE)
                    .toList();
            lists.add(section(
                    "Everyone else's active tokens",
                    others.isEmpty()
                            ? EmptyState.none("No tokens", "Nobody else has a token that opens anything.")
                            : new TokenTable(
                                    "Everyone else's active tokens",
                                    others,
                                    this::name,
                                    clock,
                                    token -> ask(token, tokens::revokeAnyones))));
        }
    }

    private void ask(ApiToken token, LongPredicate revoke) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Revoke “%s”?".formatted(token.name()));
        dialog.setText("Programs that show it are turned away at once. It cannot be taken back.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Revoke");
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirmed -> {
            boolean ended = revoke.test(token.id());
            Notification.show(ended ? "The token is revoked." : "The token had been revoked already.");
            show();
        });
        dialog.open();
    }

    private String name(String name) {
        return people.find(name).map(Person::displayName).orElse(name);
    }
}
