package dev.capstan.simulator.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The days that the fleet has lived before the demo was first started.
 *
 * @param epoch the first of them
 * @param clock what Capstan is told the time by
 * @param fleetClock what the fleet is told the time by
 */
record DemoHistory(Instant epoch, DemoClock clock, FleetClock fleetClock) {

    /** The days still to be played, in order; a start that was broken off goes on where it was. */
    List<Instant> daysAfter(Optional<Instant> newestSnapshot) {
        return IntStream.range(0, Epoch.DAYS)
                .mapToObj(day -> epoch.plus(Duration.ofDays(day)))
                .filter(day -> newestSnapshot.filter(day::isBefore).isEmpty())
                .toList();
    }
}
