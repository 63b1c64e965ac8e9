package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** A choice between a few views of one page; each is a link, so that the choice lives in the URL. */
public class Segments extends Nav {

    /** @param label what is chosen, for who cannot see it */
    public Segments(String label) {
        addClassName("segments");
        getElement().setAttribute("aria-label", label);
    }

    /** One more choice. */
    public Segments with(String text, String url, boolean chosen) {
        Anchor link = new Anchor(url, text);
        if (chosen) {
            link.getElement().setAttribute("aria-current", "true");
        }
        add(link);
        return this;
    }
}
