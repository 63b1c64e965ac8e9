package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.assessment.FleetProgress;
import dev.capstan.assessment.ProgressFeed;
import dev.capstan.assessment.ScanProgress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a test tells it to say. */
public final class FakeFeed {

    private final List<Consumer<ScanProgress>> scans = new CopyOnWriteArrayList<>();
    private final List<Consumer<FleetProgress>> fleets = new CopyOnWriteArrayList<>();
    private volatile @Nullable ScanProgress lastScan;
    private volatile @Nullable FleetProgress lastFleet;

    /** The feed as the screens see it. */
    public ProgressFeed service() {
        ProgressFeed feed = mock(ProgressFeed.class);
        when(feed.onScan(any())).thenAnswer(i -> subscribe(scans, i.getArgument(0)));
        when(feed.onFleet(any())).thenAnswer(i -> subscribe(fleets, i.getArgument(0)));
        when(feed.scan(any()))
                .thenAnswer(i -> Optional.ofNullable(lastScan)
                        .filter(s -> s.running() && s.cluster().equals(i.getArgument(0))));
        when(feed.fleet()).thenAnswer(i -> Optional.ofNullable(lastFleet).filter(FleetProgress::running));
        return feed;
    }

    /** Tells of a scan. */
    public void say(ScanProgress progress) {
        lastScan = progress;
        scans.forEach(listener -> listener.accept(progress));
    }

    /** Tells of work over the fleet. */
    public void say(FleetProgress progress) {
        lastFleet = progress;
        fleets.forEach(listener -> listener.accept(progress));
    }

    /** How many listen. */
    public int listeners() {
        return scans.size() + fleets.size();
    }

    private static <T> Runnable subscribe(List<Consumer<T>> listeners, Consumer<T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
