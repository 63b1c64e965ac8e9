package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;

/** A command to copy into a terminal, or another text to copy. */
public class Command extends Div {

    public Command(String text) {
        this("Command", text);
    }

    /** @param what what the text is, for who cannot see it */
    public Command(String what, String text) {
        addClassName("command");
        Pre code = new Pre(text);
        code.getElement().setAttribute("tabindex", "0");
        code.getElement().setAttribute("role", "group");
        code.getElement().setAttribute("aria-label", what);
        Span label = new Span("Copy");
        label.getElement().setAttribute("data-label", true);
        label.getElement().setAttribute("aria-live", "polite");
        NativeButton copy = new NativeButton();
        copy.add(Icon.COPY.create(), label);
        copy.addClassName("link-button");
        add(code, copy);
        copy.addAttachListener(attached ->
                copy.getElement().executeJs("this.onclick = () => window.capstan.copy(this, $0)", code.getElement()));
    }
}
