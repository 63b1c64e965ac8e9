package dev.capstan.ui.assessment;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import dev.capstan.assessment.Scans;
import dev.capstan.fleet.ClusterId;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Icon;
import dev.capstan.ui.component.Words;

/** Starts a scan of one cluster and shows how far it is; a scan that is under way already is found again. */
public class ScanPanel extends Div {

    private final ClusterId cluster;
    private final ProgressFeed feed;
    private final Runnable ended;
    private final Button scan = new Button("Scan now", Icon.REFRESH.create());
    private final Span text = new Span();
    private final ProgressBar bar = new ProgressBar();

    /**
     * @param mayScan whether the person may start one
     * @param ended runs when a scan has ended, so that the page can read again
     */
    public ScanPanel(ClusterId cluster, Scans scans, ProgressFeed feed, boolean mayScan, Runnable ended) {
        this.cluster = cluster;
        this.feed = feed;
        this.ended = ended;
        addClassName("scan-panel");
        text.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Progress of the scan");
        bar.setVisible(false);
        scan.setVisible(mayScan);
        scan.addClickListener(click -> {
            scans.scanNow(cluster);
            feed.scan(cluster).ifPresentOrElse(this::show, () -> show(waiting()));
        });
        add(text, bar, scan);
        Feeds.<ScanProgress>follow(
                this,
                listener -> feed.onScan(told -> {
                    if (told.cluster().equals(cluster)) {
                        listener.accept(told);
                    }
                }),
                this::show);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        feed.scan(cluster).filter(ScanProgress::running).ifPresent(this::show);
    }

    private ScanProgress waiting() {
        return new ScanProgress(cluster, ScanProgress.Phase.WAITING, 0);
    }

    private void show(ScanProgress progress) {
        bar.setVisible(progress.running());
        scan.setEnabled(!progress.running());
        text.setText(
                switch (progress.phase()) {
                    case WAITING -> "Waiting for a collector";
                    case READING -> "Reading: " + Words.count(progress.pods(), "pod") + " so far";
                    case RECORDING -> "Recording " + Words.count(progress.pods(), "pod");
                    case RECORDED -> "A new snapshot is recorded: " + Words.count(progress.pods(), "pod");
                    case FAILED -> "The scan ended without a snapshot; the log says why";
                });
        if (!progress.running()) {
            ended.run();
        }
    }
}
