package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Why there is nothing to see, and what to do about it. */
public class EmptyState extends Div {

    private EmptyState(Icon icon, String title, String text) {
        addClassName("empty");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("empty-title");
        add(icon.create(), heading, new Paragraph(text));
    }

    /** There is none, and that is all there is to say. */
    public static EmptyState none(String title, String text) {
        return new EmptyState(Icon.CHECK, title, text);
    }

    /** Nothing has been read yet. */
    public static EmptyState noDataYet(String title, String text) {
        return new EmptyState(Icon.CLOCK, title, text);
    }

    /** There are some, and the filter hides them all. */
    public static EmptyState filteredOut(String nouns, Component remedy) {
        EmptyState state = new EmptyState(
                Icon.SEARCH, "No " + nouns + " match the filter", "There are some, but the filter leaves none.");
        state.add(remedy);
        return state;
    }

    /** The person signed in may not see it. */
    public static EmptyState notPermitted(String text) {
        return new EmptyState(Icon.PERSON, "Not permitted", text);
    }

    /** The page is not there, or broke. */
    public static EmptyState broken(String title, String text) {
        return new EmptyState(Icon.WARNING, title, text);
    }
}
