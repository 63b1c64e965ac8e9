package dev.capstan.assessment;

import dev.capstan.fleet.ClusterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells of scans and fleet-wide work as they go on, in whichever process they run. */
@Service
public class ProgressFeed {

    private static final Logger log = LoggerFactory.getLogger(ProgressFeed.class);

    // Work that is silent for so long was done by a process that died.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private record Heard<T>(T what, Instant at) {}

    private final Clock clock;
    private final List<Consumer<ScanProgress>> scanListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<FleetProgress>> fleetListeners = new CopyOnWriteArrayList<>();
    private final Map<ClusterId, Heard<ScanProgress>> scans = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Heard<FleetProgress>> fleet = new AtomicReference<>();

    ProgressFeed(Clock clock) {
        this.clock = clock;
    }

    /**
     * Hands every change to the listener, on a thread of the feed's; the listener must be quick.
     *
     * @return ends the subscription when run
     */
    @PreAuthorize("hasRole('VIEWER')")
    public Runnable onScan(Consumer<ScanProgress> listener) {
        scanListeners.add(listener);
        return () -> scanListeners.remove(listener);
    }

    /** The same for work over the whole fleet. */
    @PreAuthorize("hasRole('VIEWER')")
    public Runnable onFleet(Consumer<FleetProgress> listener) {
        fleetListeners.add(listener);
        return () -> fleetListeners.remove(listener);
    }

    /** The last that was heard of the cluster's scan, while it runs. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<ScanProgress> scan(ClusterId cluster) {
        return stillHeard(scans.get(cluster)).filter(ScanProgress::running);
    }

    /** The last that was heard of fleet-wide work, while it runs. */
    @PreAuthorize("hasRole('VIEWER')")
    public Optional<FleetProgress> fleet() {
        return stillHeard(fleet.get()).filter(FleetProgress::running);
    }

    /** Takes in what the listener heard. */
    void heard(ProgressMessage message) {
        if (message.scan() != null) {
            ScanProgress scan = message.scan();
            if (scan.running()) {
                scans.put(scan.cluster(), new Heard<>(scan, clock.instant()));
            } else {
                scans.remove(scan.cluster());
            }
            tell(scanListeners, scan);
        }
        if (message.fleet() != null) {
            fleet.set(new Heard<>(message.fleet(), clock.instant()));
            tell(fleetListeners, message.fleet());
        }
    }

    private <T> Optional<T> stillHeard(@Nullable Heard<T> heard) {
        return heard == null || heard.at().isBefore(clock.instant().minus(SILENCE))
                ? Optional.empty()
                : Optional.of(heard.what());
    }

    private static <T> void tell(List<Consumer<T>> listeners, T what) {
        for (Consumer<T> listener : listeners) {
            try {
                listener.accept(what);
            } catch (RuntimeException e) {
                // One listener's page that is going away must not keep the news from the others.
                log.debug("A listener failed", e);
            }
        }
    }
}
