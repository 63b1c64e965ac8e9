package dev.capstan.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.access.ApiTokens;
import dev.capstan.access.TokenCreation;
import dev.capstan.access.TokenScope;
import dev.capstan.ui.component.Command;
import dev.capstan.ui.component.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Makes a token, and shows its secret this once. */
class TokenDialog extends Dialog {

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, (int) ApiTokens.LONGEST_LIFE.toDays());
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_NAME = 100;

    private final ApiTokens tokens;
    private final Clock clock;
    private final Runnable made;
    private final TextField name = new TextField("What is it for?");
    private final CheckboxGroup<TokenScope> scopes = new CheckboxGroup<>("What may it read?");
    private final Select<Integer> life = new Select<>();

    /** @param made called once there is a new token */
    TokenDialog(ApiTokens tokens, Clock clock, Runnable made) {
        this.tokens = tokens;
        this.clock = clock;
        this.made = made;
        addClassName("token-dialog");
        setHeaderTitle("New token");
        name.setPlaceholder("Nightly report");
        name.setMaxLength(LONGEST_NAME);
        name.setManualValidation(true);
        name.focus();
        scopes.setItems(TokenScope.values());
        scopes.setItemLabelGenerator(TokenScope::id);
        scopes.setItemHelperGenerator(TokenScope::sentence);
        scopes.setValue(Set.of(TokenScope.READ_POSTURE));
        scopes.setManualValidation(true);
        life.setLabel("When does it expire?");
        life.setItems(DAYS);
        life.setItemLabelGenerator(this::inWords);
        life.setValue(USUAL_DAYS);
        life.setManualValidation(true);
        Div fields = new Div(name, scopes, life);
        fields.addClassName("token-fields");
        add(fields);
        Button create = new Button("Create", click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    private void create() {
        name.setInvalid(false);
        scopes.setInvalid(false);
        life.setInvalid(false);
        switch (tokens.create(name.getValue(), scopes.getValue(), Duration.ofDays(life.getValue()))) {
            case TokenCreation.Refused(TokenCreation.Part part, String why) -> refuse(part, why);
            case TokenCreation.Made done -> {
                made.run();
                show(done);
            }
        }
    }

    private void refuse(TokenCreation.Part part, String why) {
        switch (part) {
            case NAME, COUNT -> {
                name.setErrorMessage(why);
                name.setInvalid(true);
                name.focus();
            }
            case SCOPES -> {
                scopes.setErrorMessage(why);
                scopes.setInvalid(true);
            }
            case EXPIRY -> {
                life.setErrorMessage(why);
                life.setInvalid(true);
            }
        }
    }

    private void show(TokenCreation.Made done) {
        removeAll();
        getFooter().removeAll();
        // A stray click must not take away what cannot be shown again.
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        setHeaderTitle("Copy the token now");
        Paragraph once = new Paragraph(
                "It is shown this once. Keep it where the program keeps its secrets; only a hash of it stays here.");
        Command secret = new Command("The token", done.secret());
        add(once, secret);
        Button close = new Button("I have copied it", click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }

    private String inWords(int days) {
        LocalDate day = LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(days)), ZoneOffset.UTC);
        return "In %s, on %s".formatted(Words.count(days, "day"), Words.day(day));
    }
}
