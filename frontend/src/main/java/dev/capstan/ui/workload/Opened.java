package dev.capstan.ui.workload;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** Remembers what a reader has opened, so that it stays open when the page is drawn anew. */
final class Opened implements Serializable {

    private final Set<String> keys = new HashSet<>();

    /** @param key tells it apart from all others of the page */
    Details details(String key, String summary, Component... contents) {
        Details details = new Details(summary, contents);
        details.addClassName("folded");
        details.setOpened(keys.contains(key));
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                keys.add(key);
            } else {
                keys.remove(key);
            }
        });
        return details;
    }
}
