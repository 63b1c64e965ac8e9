package dev.capstan.ui.workload;

import dev.capstan.ui.component.Segments;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/** How far a workload's history line looks back. */
enum HistorySpan {
    DAYS_30("30", "30 days", Duration.ofDays(30)),
    DAYS_90("90", "90 days", Duration.ofDays(90)),
    DAYS_365("365", "365 days", Duration.ofDays(365)),
    ALL("all", "Since first seen", Duration.ZERO);

    /** What is shown when the URL says nothing. */
    static final HistorySpan USUAL = DAYS_90;

    private final String parameter;
    private final String words;
    private final Duration length;

    HistorySpan(String parameter, String words, Duration length) {
        this.parameter = parameter;
        this.words = words;
        this.length = length;
    }

    /** What the URL says; the usual when it says something else. */
    static HistorySpan of(String given) {
        return Arrays.stream(values())
                .filter(span -> span.parameter.equals(given))
                .findAny()
                .orElse(USUAL);
    }

    String parameter() {
        return this == USUAL ? "" : parameter;
    }

    /** Where the line begins. */
    Instant before(Instant end, Instant firstSeen) {
        // A line needs some length, also for what was first seen a moment ago.
        return this == ALL
                ? (firstSeen.isBefore(end.minusSeconds(3600)) ? firstSeen : end.minusSeconds(3600))
                : end.minus(length);
    }

    /** The choices as links, each to the URL it is given. */
    Segments segments(Function<HistorySpan, String> url) {
        Segments segments = new Segments("Time shown");
        for (HistorySpan span : values()) {
            segments.with(span.words, url.apply(span), this == span);
        }
        return segments;
    }
}
