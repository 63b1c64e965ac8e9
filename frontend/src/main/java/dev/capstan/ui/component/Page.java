package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.capstan.ui.Moment;
import org.jspecify.annotations.Nullable;

/** The frame of every screen: a heading with what belongs beside it, then the contents. */
public abstract class Page extends Div {

    protected Page() {
        addClassName("page");
    }

    /** Tells the browser whether what the page shows has passed, so that times on it are dates, not ages. */
    protected void speakOf(Moment moment) {
        getElement().setAttribute("data-as-of", !moment.isNow());
    }

    /** The heading's line. */
    protected static Div header(String title, Component... beside) {
        Div header = new Div(new H1(title));
        header.addClassName("page-header");
        header.add(beside);
        return header;
    }

    /** The heading's line with a word on the heading right behind it. */
    protected static Div header(String title, Component remark, Component[] beside) {
        Div header = header(title, beside);
        header.addComponentAtIndex(1, remark);
        return header;
    }

    /** A part with a heading of its own. */
    public static Section section(String title, Component contents) {
        return section(title, null, contents);
    }

    /** A part with a heading of its own, and what belongs beside that. */
    public static Section section(String title, @Nullable Component beside, Component contents) {
        Div header = new Div(new H2(title));
        if (beside != null) {
            header.add(beside);
        }
        header.addClassName("section-header");
        Section section = new Section(header, contents);
        section.addClassName("part");
        return section;
    }
}
