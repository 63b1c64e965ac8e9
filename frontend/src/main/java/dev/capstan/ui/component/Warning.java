package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A sentence that a reader should not miss beside a verdict. */
public class Warning extends Paragraph {

    public Warning(String sentence) {
        super(Icon.WARNING.create(), new Span(sentence));
        addClassNames("sign", "warning");
    }
}
