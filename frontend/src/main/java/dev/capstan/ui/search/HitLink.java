package dev.capstan.ui.search;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.capstan.search.Hit;
import java.util.Locale;

/** Leads to one thing that was found; in its name stands out what was looked for. */
class HitLink extends Anchor {

    HitLink(Hit hit, String term, HitText words) {
        addClassName("hit");
        setHref(HitText.url(hit));
        Span name = marked(hit.name(), term);
        name.addClassName("hit-name");
        Span detail = new Span(words.detail(hit));
        detail.addClassName("hit-detail");
        add(name, detail);
    }

    private static Span marked(String name, String term) {
        String lower = name.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(term.toLowerCase(Locale.ROOT));
        // Where a letter has another length in lower case, places in both texts differ.
        if (at < 0 || lower.length() != name.length()) {
            return new Span(name);
        }
        int end = at + term.length();
        Span whole = new Span();
        Element mark = new Element("mark");
        mark.setText(name.substring(at, end));
        whole.getElement()
                .appendChild(Element.createText(name.substring(0, at)), mark, Element.createText(name.substring(end)));
        return whole;
    }
}
