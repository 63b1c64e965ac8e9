package dev.capstan.ui.assessment;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.capstan.assessment.FleetProgress;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.ui.component.Feeds;
import dev.capstan.ui.component.Words;

/** Work over the whole fleet, shown on every screen while it runs, also to who comes in the middle of it. */
public class FleetProgressBar extends Div {

    private final ProgressFeed feed;
    private final Span text = new Span();
    private final ProgressBar bar = new ProgressBar();

    public FleetProgressBar(ProgressFeed feed) {
        this.feed = feed;
        addClassName("fleet-progress");
        bar.getElement().setAttribute("aria-label", "Progress over the fleet");
        add(text, bar);
        setVisible(false);
        Feeds.follow(this, feed::onFleet, this::show);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        feed.fleet().ifPresentOrElse(this::show, () -> setVisible(false));
    }

    private void show(FleetProgress progress) {
        setVisible(progress.running());
        text.setText("%s: %s of %s"
                .formatted(progress.title(), Words.number(progress.done()), Words.number(progress.total())));
        bar.setMax(Math.max(1, progress.total()));
        bar.setValue(Math.clamp(progress.done(), 0, Math.max(1, progress.total())));
    }
}
