package dev.capstan.ui.component;

import com.vaadin.flow.component.html.Span;

/** The icons of our own; each is a mask in the stylesheet, drawn in the colour of the text beside it. */
public enum Icon {
    CHECK,
    CROSS,
    UNKNOWN,
    MINUS,
    CLOCK,
    PAUSE,
    WARNING,
    RISK_LOW,
    RISK_MEDIUM,
    RISK_HIGH,
    RISK_CRITICAL,
    PLUS,
    OVERVIEW,
    CHANGES,
    CLUSTER,
    HEAT_MAP,
    WORKLOAD,
    CONTROL,
    SETTINGS,
    UP,
    DOWN,
    SEARCH,
    REFRESH,
    EXTERNAL,
    COPY,
    DOWNLOAD,
    TABLE,
    CHART,
    PERSON,
    ARROW;

    /** The icon as a decoration: it says nothing to a screen reader, the word beside it does. */
    public Span create() {
        Span icon = new Span();
        icon.addClassNames("i", className());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    /** The class that draws it, for templates. */
    public String className() {
        return "i-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
