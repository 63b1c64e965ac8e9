package dev.capstan.ui.search;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.capstan.ui.component.SmallTable;

/** The keys that the screens know. A dialog of the browser's own: it traps the focus, and Esc closes it. */
@Tag("dialog")
public class KeyboardHelp extends HtmlContainer {

    public KeyboardHelp() {
        setId("keyboard-help");
        getElement().setAttribute("aria-labelledby", "keyboard-help-title");
        H2 title = new H2("Keyboard");
        title.setId("keyboard-help-title");
        SmallTable keys = new SmallTable("Keys", "Key", "What it does");
        key(keys, "Search everything", "/");
        key(keys, "Filter this list", "f");
        key(keys, "Next row, previous row", "j", "k");
        key(keys, "Open the row", "Enter");
        key(keys, "Close, or leave a field", "Esc");
        key(keys, "Show these keys", "?");
        NativeButton close = new NativeButton("Close");
        close.addClassName("link-button");
        close.addAttachListener(
                attached -> close.getElement().executeJs("this.onclick = () => this.closest('dialog').close()"));
        add(title, keys, close);
    }

    private static void key(SmallTable keys, String does, String... names) {
        Span all = new Span();
        for (String name : names) {
            Span key = new Span(name);
            key.addClassName("keycap");
            all.add(key);
        }
        all.addClassName("keycaps");
        keys.row(all, does);
    }
}
