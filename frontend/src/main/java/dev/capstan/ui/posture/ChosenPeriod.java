package dev.capstan.ui.posture;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Changes;
import dev.capstan.posture.Period;
import dev.capstan.ui.component.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The period that the URL asks for: one of a few up to now, or from one day to another.
 *
 * @param preset one of the few, or null where days are given
 * @param from the first day, which is part of it; null where a preset is given
 * @param to the last day, which is part of it; null where a preset is given
 */
record ChosenPeriod(
        @Nullable Preset preset,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Periods that end now. */
    enum Preset {
        SNAPSHOT("snapshot", "Since the snapshot before", Duration.ZERO),
        DAY("24h", "24 hours", Duration.ofDays(1)),
        WEEK("7d", "7 days", Duration.ofDays(7)),
        MONTH("30d", "30 days", Duration.ofDays(30)),
        QUARTER("90d", "90 days", Duration.ofDays(90));

        private final String parameter;
        private final String word;
        private final Duration length;

        Preset(String parameter, String word, Duration length) {
            this.parameter = parameter;
            this.word = word;
            this.length = length;
        }

        String word() {
            return word;
        }
    }

    static final ChosenPeriod USUAL = of(Preset.WEEK);

    static ChosenPeriod of(Preset preset) {
        return new ChosenPeriod(preset, null, null);
    }

    static ChosenPeriod days(LocalDate from, LocalDate to) {
        return from.isAfter(to) ? new ChosenPeriod(null, to, from) : new ChosenPeriod(null, from, to);
    }

    /** Only a cluster has snapshots of its own; without one that preset is nonsense, and nonsense is the usual. */
    static ChosenPeriod read(QueryParameters parameters, boolean ofCluster) {
        Optional<LocalDate> from = day(parameters, "from");
        Optional<LocalDate> to = day(parameters, "to");
        if (from.isPresent() && to.isPresent()) {
            return days(from.get(), to.get());
        }
        String given = parameters.getSingleParameter("period").orElse("");
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.parameter.equals(given))
                .findAny()
                .map(ChosenPeriod::of)
                .orElse(USUAL)
                .within(ofCluster);
    }

    ChosenPeriod within(boolean ofCluster) {
        return preset == Preset.SNAPSHOT && !ofCluster ? USUAL : this;
    }

    void putInto(Map<String, @Nullable String> parameters) {
        if (preset == null) {
            parameters.put("from", String.valueOf(from));
            parameters.put("to", String.valueOf(to));
        } else if (!equals(USUAL)) {
            parameters.put("period", preset.parameter);
        }
    }

    /** The instants; nothing where a cluster has no two snapshots yet. */
    Optional<Period> period(Clock clock, Changes changes, @Nullable ClusterId cluster) {
        if (preset == null && from != null && to != null) {
            Instant end = start(to.plusDays(1));
            return Optional.of(new Period(start(from), end.isBefore(clock.instant()) ? AsOf.at(end) : AsOf.NOW));
        }
        if (preset == Preset.SNAPSHOT && cluster != null) {
            return changes.sinceTheSnapshotBefore(cluster);
        }
        return Optional.of(Period.last((preset == null ? Preset.WEEK : preset).length, clock));
    }

    /** The period in a sentence. */
    String words() {
        if (preset == null && from != null && to != null) {
            return from.equals(to)
                    ? "on " + Words.day(from)
                    : "from %s to %s".formatted(Words.day(from), Words.day(to));
        }
        return preset == Preset.SNAPSHOT
                ? "since the snapshot before"
                : "in the last " + (preset == null ? Preset.WEEK : preset).word;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Optional<LocalDate> day(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).flatMap(given -> {
            try {
                LocalDate day = LocalDate.parse(given);
                // A year beyond what a database or a calendar knows is nonsense, too.
                return day.getYear() < 2000 || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }
}
