package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns the catalogue's days into instants.
 *
 * @param epoch the beginning of day 0
 */
record Calendar(Instant epoch) {
    private static final int BUSY_DAYS = 120;

    /** An instant of a day, fractions of a day counting. */
    Instant day(double day) {
        return epoch.plusSeconds((long) (day * 86_400));
    }

    /** As {@link #day}, null for null. */
    @Nullable Instant dayOrNull(@Nullable Integer day) {
        return day == null ? null : day(day);
    }

    /** Long enough ago for whatever was there from the start. */
    Instant before(Dice dice) {
        return workingHour(day(-1 - dice.of("age").below(110)), dice);
    }

    /** The next hour when people deploy, within a day: mostly in the daytime, now and then at night. */
    Instant workingHour(Instant t, Dice dice) {
        Instant midnight = t.truncatedTo(ChronoUnit.DAYS);
        Dice hour = dice.of("hour").of(midnight.getEpochSecond());
        double hours = hour.of("night").chance(0.15) ? 24 * hour.unit() : 7 + 10 * hour.unit();
        Instant wanted = midnight.plusSeconds((long) (hours * 3600));
        return wanted.isAfter(t) ? wanted : wanted.plus(Duration.ofDays(1));
    }

    /** How much longer everything takes once the busy days are over. */
    double slowness(Instant t) {
        return t.isBefore(day(BUSY_DAYS)) ? 1 : 2.5;
    }
}
