package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a page that is drawn anew only when what it shows has changed, so that a push disturbs no reader. */
class Part extends Div {

    private @Nullable Object shown;

    /** @param model all that the contents depend on */
    void show(Object model, Supplier<Component> contents) {
        if (!model.equals(shown)) {
            shown = model;
            removeAll();
            add(contents.get());
        }
    }

    /** Shows nothing. */
    void clear() {
        shown = null;
        removeAll();
    }
}
