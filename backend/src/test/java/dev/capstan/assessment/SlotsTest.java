package dev.capstan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private static final Duration EVERY = Duration.ofHours(6);
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void theNextSlotIsAfterNowAndWithinOneRound() {
        LongStream.range(1, 2000).forEach(id -> {
            Instant next = Slots.next(new ClusterId(id), EVERY, NOW);
            assertThat(next).isAfter(NOW).isBeforeOrEqualTo(NOW.plus(EVERY));
        });
    }

    @Test
    void aClusterKeepsItsPlaceInEveryRoundHoweverOftenItIsScannedInBetween() {
        ClusterId cluster = new ClusterId(42);
        Instant slot = Slots.next(cluster, EVERY, NOW);

        assertThat(Slots.next(cluster, EVERY, slot)).isEqualTo(slot.plus(EVERY));
        assertThat(Slots.next(cluster, EVERY, slot.minusSeconds(90))).isEqualTo(slot);
    }

    @Test
    void clustersAreSpreadOverTheRound() {
        long inTheFirstHour = LongStream.rangeClosed(1, 600)
                .mapToObj(id -> Slots.next(new ClusterId(id), EVERY, NOW))
                .filter(slot -> slot.isBefore(NOW.plus(Duration.ofHours(1))))
                .count();

        assertThat(inTheFirstHour).isBetween(70L, 130L);
    }
}
