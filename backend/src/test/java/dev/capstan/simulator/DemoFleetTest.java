package dev.capstan.simulator;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoFleetTest {
    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");

    @Test
    void print() {
        SimulatedFleet fleet = SimulatedFleet.demo(42, EPOCH);
        FleetCensus last = null;
        for (int d = 0; d <= 240; d += d < 130 ? 1 : 10) {
            FleetCensus c = FleetCensus.of(fleet, EPOCH.plus(Duration.ofDays(d)).plus(Duration.ofHours(14)));
            System.out.printf(
                    ">> day %d pods %d workloads %d units %d strict %.1f new %d%n",
                    d,
                    c.pods(),
                    c.workloads().size(),
                    c.units().size(),
                    c.strict(),
                    last == null ? 0 : c.newSince(last));
            last = c;
        }
    }
}
