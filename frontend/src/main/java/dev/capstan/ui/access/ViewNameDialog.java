package dev.capstan.ui.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.capstan.access.SavedView;
import dev.capstan.access.SavedViewChange;
import java.io.Serializable;
import java.util.function.Consumer;

/** Asks what a view is to be called and whether everyone may see it. */
class ViewNameDialog extends Dialog {

    /** Keeps the view under the name. */
    interface Saving extends Serializable {

        SavedViewChange save(String name, boolean shared);
    }

    private static final int LONGEST_NAME = 80;

    private final TextField name = new TextField("Name");
    private final Checkbox shared = new Checkbox("Share with everyone");
    private final Saving saving;
    private final Consumer<SavedView> done;

    ViewNameDialog(
            String title, String action, String named, boolean isShared, Saving saving, Consumer<SavedView> done) {
        this.saving = saving;
        this.done = done;
        setHeaderTitle(title);
        name.setValue(named);
        name.setMaxLength(LONGEST_NAME);
        name.setManualValidation(true);
        name.setWidthFull();
        shared.setValue(isShared);
        Div fields = new Div(name, shared);
        fields.addClassName("view-fields");
        add(fields);
        Button save = new Button(action, click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", click -> close()), save);
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                name.focus();
            }
        });
    }

    private void save() {
        switch (saving.save(name.getValue(), shared.getValue())) {
            case SavedViewChange.Done(var view) -> {
                close();
                done.accept(view);
            }
            case SavedViewChange.NameTaken(var taken) -> refuse("You have another view named %s.".formatted(taken));
            case SavedViewChange.Refused(var sentence) -> refuse(sentence);
            case SavedViewChange.NotYours() -> refuse("That view is not there any more, or not yours to change.");
        }
    }

    private void refuse(String why) {
        name.setErrorMessage(why);
        name.setInvalid(true);
        name.focus();
    }
}
