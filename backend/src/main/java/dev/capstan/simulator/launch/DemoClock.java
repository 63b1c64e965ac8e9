package dev.capstan.simulator.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of day, except for work that is done as if at an earlier time: what runs inside {@link #at} reads a clock
 * that was put back, while everything else goes on by the real one.
 */
final class DemoClock extends Clock {

    private static final ScopedValue<Duration> BACK = ScopedValue.newInstance();

    private final Clock real;

    DemoClock(Clock real) {
        this.real = real;
    }

    /** Does the work with this clock put back to the instant, from where it ticks on. */
    void at(Instant instant, Runnable work) {
        ScopedValue.where(BACK, Duration.between(instant, real.instant())).run(work);
    }

    @Override
    public Instant instant() {
        Instant now = real.instant();
        return BACK.isBound() ? now.minus(BACK.get()) : now;
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
