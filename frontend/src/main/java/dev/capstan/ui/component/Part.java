package dev.capstan.ui.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that is drawn anew only when what it shows has changed, so that a push disturbs no reader. When it is,
 * the keyboard's focus stays on the same link or button, as far as there still is one.
 */
public class Part extends Div {

    private @Nullable Object shown;

    /** @param model all that the contents depend on */
    public void show(Object model, Supplier<List<Component>> contents) {
        if (!model.equals(shown)) {
            shown = model;
            removeAll();
            add(contents.get());
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("window.capstan?.keepFocus(this)");
    }
}
