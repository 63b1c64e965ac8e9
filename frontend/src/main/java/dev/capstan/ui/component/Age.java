package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/**
 * How long ago something was ("4 min ago"), with the exact instant on hover. The browser keeps the words true while the
 * page stays open; see {@code capstan.js}.
 */
@Tag("capstan-age")
public class Age extends Component implements HasStyle {

    /** The same for a grid's template, whose property {@code at} is an ISO instant or empty. */
    public static final String TEMPLATE = "<capstan-age at='${item.at}'></capstan-age>";

    public Age(Instant at) {
        getElement().setAttribute("at", at.toString());
    }
}
