package dev.capstan.assessment;

import dev.capstan.fleet.ClusterId;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Tells of scans and fleet-wide work as they go on, in whichever process they run. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class ProgressFeed {

    /**
     * Hands every change to the listener, on a thread of the feed's; the listener must be quick.
     *
     * @return ends the subscription when run
     */
    public Runnable onScan(Consumer<ScanProgress> listener) {
        throw new UnsupportedOperationException();
    }

    /** The same for work over the whole fleet. */
    public Runnable onFleet(Consumer<FleetProgress> listener) {
        throw new UnsupportedOperationException();
    }

    /** The last that was heard of the cluster's scan, while it runs. */
    public Optional<ScanProgress> scan(ClusterId cluster) {
        throw new UnsupportedOperationException();
    }

    /** The last that was heard of fleet-wide work, while it runs. */
    public Optional<FleetProgress> fleet() {
        throw new UnsupportedOperationException();
    }
}
