package dev.capstan.ui.assessment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import dev.capstan.assessment.Scans;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;
import java.util.function.LongSupplier;

/** Asks for a scan of every cluster, after saying how many that are. */
public class ScanAllButton extends Button {

    public ScanAllButton(Scans scans, LongSupplier clusters) {
        super("Scan all", Icon.REFRESH.create());
        addClickListener(click -> confirm(scans, clusters.getAsLong()).open());
    }

    private static ConfirmDialog confirm(Scans scans, long clusters) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader("Scan " + Words.count(clusters, "cluster") + " now?");
        dialog.setText("Each is read as soon as a collector is free. Until then the last snapshots are shown.");
        dialog.setCancelable(true);
        dialog.setConfirmText("Scan " + Words.count(clusters, "cluster"));
        dialog.addConfirmListener(confirmed -> {
            int asked = scans.scanAll();
            Notification.show("Asked for scans of " + Words.count(asked, "cluster") + ".");
        });
        return dialog;
    }
}
