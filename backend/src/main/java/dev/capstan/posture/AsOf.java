package dev.capstan.posture;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The instant that a read speaks of. What is read of an instant that has passed is what was concluded then: neither newer
 * snapshots nor a changed policy alter it.
 *
 * @param instant the instant, or null for now, whenever that is
 */
public record AsOf(@Nullable Instant instant) {

    /** The state that holds now. */
    public static final AsOf NOW = new AsOf(null);

    /** The state that held at the instant. */
    public static AsOf at(Instant instant) {
        return new AsOf(instant);
    }

    /** Whether it speaks of now. */
    public boolean isNow() {
        return instant == null;
    }

    /** The instant itself, which for now the clock tells. */
    public Instant on(Clock clock) {
        return instant == null ? clock.instant() : instant;
    }

    /** The bound for what has happened by then, as the database compares it; for now it leaves nothing out. */
    OffsetDateTime bound() {
        return instant == null ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * The condition on a span of a table parted into now and past. What holds now is asked for in the form that leads to
     * its own part; any other instant is the parameter {@code asOf}.
     */
    String holds(String alias) {
        return instant == null
                ? alias + ".seen_until = 'infinity'"
                : "%1$s.seen_from <= :asOf and %1$s.seen_until > :asOf".formatted(alias);
    }

    /**
     * The table of how workloads stood. What stands now is named by its own part, in which no end needs to be looked at,
     * so that a list can be read from an index alone.
     */
    String postures() {
        return instant == null ? "workload_posture_now" : "(select * from workload_posture s where " + holds("s") + ")";
    }

    /** The condition on the range of a container, which is open without an end. */
    String runs(String alias) {
        return instant == null
                ? alias + ".seen_until is null"
                : "%1$s.seen_from <= :asOf and (%1$s.seen_until is null or %1$s.seen_until > :asOf)".formatted(alias);
    }
}
