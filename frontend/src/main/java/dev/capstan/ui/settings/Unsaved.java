package dev.capstan.ui.settings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Asks before edits that are not saved are lost. */
final class Unsaved {

    private Unsaved() {}

    /** @param forget runs when the person leaves all the same */
    static void askBefore(BeforeLeaveEvent.ContinueNavigationAction leaving, Runnable forget) {
        ConfirmDialog dialog = new ConfirmDialog(
                "Leave without saving?",
                "What you changed here is not saved and would be lost.",
                "Leave",
                confirmed -> {
                    forget.run();
                    leaving.proceed();
                });
        dialog.setCancelable(true);
        dialog.setCancelText("Stay");
        dialog.addCancelListener(stay -> leaving.cancel());
        dialog.open();
    }

    // The router asks before it leads to another screen; closing the window or reloading is the browser's to ask about.
    static void warnOnClosing(UI ui, boolean warn) {
        ui.getPage().executeJs("window.capstanUnsaved = $0", warn);
    }
}
