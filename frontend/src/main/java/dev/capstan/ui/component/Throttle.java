package dev.capstan.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;

/**
 * Runs something at most once a second, and once more at the end when it was asked for in between. The browser keeps
 * the time, so a page that is slow or gone is never pressed.
 */
public class Throttle {

    private final Component page;
    private final Command action;
    private boolean resting;
    private boolean askedAgain;

    public Throttle(Component page, Command action) {
        this.page = page;
        this.action = action;
        // A promise made to a page that went away is never kept.
        page.addDetachListener(detached -> resting = false);
    }

    /** Now, or within a second. */
    public void run() {
        if (resting) {
            askedAgain = true;
            return;
        }
        resting = true;
        askedAgain = false;
        action.execute();
        page.getElement()
                .executeJs("return new Promise(done => setTimeout(done, 1000))")
                .then(done -> rested(), failed -> rested());
    }

    private void rested() {
        resting = false;
        if (askedAgain) {
            run();
        }
    }
}
