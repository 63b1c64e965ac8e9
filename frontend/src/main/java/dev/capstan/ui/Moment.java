package dev.capstan.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.capstan.posture.AsOf;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The instant that a screen speaks of, as its URL says it: nothing for now, a day for its end in UTC, or an ISO instant.
 *
 * @param asOf what the reads are asked for
 * @param parameter how the URL says it; empty for now
 * @param refused whether the URL asked for what is no instant of the past, so that now is shown instead
 */
public record Moment(AsOf asOf, String parameter, boolean refused) {

    /** The state that holds now. */
    public static final Moment NOW = new Moment(AsOf.NOW, "", false);

    private static final String NAME = "asOf";
    // No database follows to the ends of what an instant can say.
    private static final Instant BEYOND = Instant.parse("3000-01-01T00:00:00Z");
    private static final Moment REFUSED = new Moment(AsOf.NOW, "", true);
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN_FILE_NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    /** What the URL says. Nonsense and what has not passed yet are refused. */
    public static Moment read(QueryParameters parameters, Clock clock) {
        return Navigation.given(parameters, NAME)
                .map(given -> parse(given)
                        .filter(asked -> asked.past().isBefore(clock.instant()))
                        .orElse(REFUSED))
                .orElse(NOW);
    }

    /** What a text says: a day, which stands for its end in UTC, or an ISO instant. Nothing for nonsense. */
    public static Optional<Moment> parse(String given) {
        try {
            Moment asked =
                    given.length() == "2026-11-24".length() ? endOf(LocalDate.parse(given)) : at(Instant.parse(given));
            Instant instant = asked.past();
            return Optional.of(asked).filter(_ -> instant.isAfter(Instant.EPOCH) && instant.isBefore(BEYOND));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The end of the day, in UTC. */
    public static Moment endOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        return new Moment(AsOf.at(end), day.toString(), false);
    }

    /** The instant itself; the end of a day is known as that day. */
    public static Moment at(Instant instant) {
        Moment end = endOf(LocalDate.ofInstant(instant, ZoneOffset.UTC));
        return instant.equals(end.past()) ? end : new Moment(AsOf.at(instant), instant.toString(), false);
    }

    /** Whether it is now. */
    public boolean isNow() {
        return asOf.isNow();
    }

    /** The day that it lies on, in UTC. */
    public LocalDate day(Clock clock) {
        return LocalDate.ofInstant(asOf.on(clock), ZoneOffset.UTC);
    }

    /** The instant to the minute, in UTC; only of the past. */
    public String inWords() {
        return IN_WORDS.format(past());
    }

    /** What the name of a file says of it, with a hyphen at its end; nothing for now. */
    public String inFileNames() {
        if (isNow()) {
            return "";
        }
        boolean day = parameter.length() == "2026-11-24".length();
        return "as-of-" + (day ? parameter : IN_FILE_NAMES.format(past())) + "-";
    }

    private Instant past() {
        Instant instant = asOf.instant();
        if (instant == null) {
            throw new IllegalStateException("Now has no instant of its own");
        }
        return instant;
    }
}
