package dev.capstan.simulator.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The time in the simulated fleet: held at an instant while its history is played, the real one otherwise. */
final class FleetClock extends Clock {

    private final Clock real;
    private final AtomicReference<@Nullable Instant> held = new AtomicReference<>();

    FleetClock(Clock real) {
        this.real = real;
    }

    /** Holds the fleet at the instant. */
    void holdAt(Instant instant) {
        held.set(instant);
    }

    /** Lets the fleet live in the present. */
    void release() {
        held.set(null);
    }

    @Override
    public Instant instant() {
        Instant instant = held.get();
        return instant == null ? real.instant() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
