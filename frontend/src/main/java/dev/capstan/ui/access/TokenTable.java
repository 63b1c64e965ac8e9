package dev.capstan.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.capstan.access.ApiToken;
import dev.capstan.access.TokenScope;
import dev.capstan.ui.component.Age;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Sign;
import dev.capstan.ui.component.SmallTable;
import dev.capstan.ui.component.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens with what they open, how long, and when they last did. */
class TokenTable extends Div {

    private final Clock clock;
    private final Consumer<ApiToken> revoke;

    /** @param person what to call a token's person, or null where that is plain */
    TokenTable(
            String caption,
            List<ApiToken> tokens,
            @Nullable UnaryOperator<String> person,
            Clock clock,
            Consumer<ApiToken> revoke) {
        this.clock = clock;
        this.revoke = revoke;
        SmallTable table = new SmallTable(caption, "Name", "+Reads", "+Made", "+Last used", "Expires", "State", "");
        tokens.forEach(token -> table.row(
                name(token, person),
                scopes(token),
                new Age(token.createdAt()),
                used(token),
                Words.day(LocalDate.ofInstant(token.expiresAt(), ZoneOffset.UTC)),
                sign(token.state(clock.instant())).create(),
                end(token)));
        add(table);
    }

    private static Component name(ApiToken token, @Nullable UnaryOperator<String> person) {
        Div cell = new Div(new Span(token.name()));
        cell.addClassName("cell-2");
        if (person != null) {
            Span whose = new Span(person.apply(token.person()));
            whose.addClassName("cell-sub");
            cell.add(whose);
        }
        return cell;
    }

    private static String scopes(ApiToken token) {
        return token.scopes().stream().sorted().map(TokenScope::id).collect(Collectors.joining(", "));
    }

    private static Component used(ApiToken token) {
        Instant last = token.lastUsedAt();
        return last == null ? new Span("Never") : new Age(last);
    }

    private static Sign sign(ApiToken.State state) {
        return switch (state) {
            case ACTIVE -> new Sign(Icon.CHECK, "Active", "calm");
            case EXPIRED -> new Sign(Icon.CLOCK, "Expired", "quiet");
            case REVOKED -> new Sign(Icon.CROSS, "Revoked", "quiet");
        };
    }

    private Component end(ApiToken token) {
        if (token.state(clock.instant()) != ApiToken.State.ACTIVE) {
            return new Span();
        }
        NativeButton button = new NativeButton("Revoke", click -> revoke.accept(token));
        button.addClassName("link-button");
        button.setAriaLabel("Revoke " + token.name());
        return button;
    }
}
