package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names with their values, side by side. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** A fact in words. */
    public Facts with(String name, String value) {
        return with(name, new Text(value));
    }

    /** A fact that is more than words. */
    public Facts with(String name, Component... value) {
        Description description = new Description();
        description.add(value);
        com.vaadin.flow.component.html.Div pair = new com.vaadin.flow.component.html.Div(new Term(name), description);
        getElement().appendChild(pair.getElement());
        return this;
    }
}
