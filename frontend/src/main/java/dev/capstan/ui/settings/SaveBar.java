package dev.capstan.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.Words;

/** Stays in sight while something is unsaved: how much that is, what it would do, and the two ways on. */
class SaveBar extends Div {

    private final Span status = new Span();

    SaveBar(Runnable save, Runnable discard) {
        addClassName("save-bar");
        status.getElement().setAttribute("role", "status");
        Button saving = new Button("Save …", click -> save.run());
        saving.addThemeVariants(ButtonVariant.PRIMARY);
        add(status, new Button("Discard", click -> discard.run()), saving);
        setVisible(false);
    }

    /** @param effect what saving them would do, as a sentence */
    void show(int changes, String effect) {
        setVisible(changes > 0);
        status.setText("%s not saved. %s".formatted(Words.count(changes, "change"), effect));
    }
}
