package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.Moment;

/** Says when a screen does not speak of now, and leads back; or why it does though the URL asked for something else. */
public class AsOfBanner extends Div {

    public AsOfBanner() {
        addClassName("as-of-banner");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** @param now where the screen of now is */
    public void show(Moment moment, String now) {
        removeAll();
        setVisible(!moment.isNow() || moment.refused());
        setClassName("as-of-refused", moment.refused());
        if (moment.refused()) {
            add(sentence(
                    Icon.WARNING,
                    "The address asks for what is no instant of the past, so this is how it stands now."));
        } else if (!moment.isNow()) {
            add(
                    sentence(Icon.CLOCK, "As of " + moment.inWords() + ", as it was recorded then."),
                    new Anchor(now, "Back to now"));
        }
    }

    private static Paragraph sentence(Icon icon, String text) {
        return new Paragraph(icon.create(), new Span(text));
    }
}
