package dev.capstan.ui.component;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * How far a trend looks back.
 *
 * @param count how many days, today included
 */
public record Days(int count) {

    /** What is shown when the URL says nothing. */
    public static final Days USUAL = new Days(120);

    private static final List<Days> CHOICES = List.of(new Days(30), new Days(90), USUAL, new Days(365));

    /** What the URL says; the usual when it says something else. */
    public static Days of(QueryParameters parameters) {
        String given = parameters.getSingleParameter("days").orElse("");
        return CHOICES.stream()
                .filter(days -> Integer.toString(days.count).equals(given))
                .findAny()
                .orElse(USUAL);
    }

    /** What to write into the URL. */
    public String parameter() {
        return equals(USUAL) ? "" : Integer.toString(count);
    }

    /** The first day to show when the last one is given. */
    public LocalDate before(LocalDate last) {
        return last.minusDays(count - 1L);
    }

    /** The choices as links, each to the URL it is given. */
    public Segments segments(Function<Days, String> url) {
        Segments segments = new Segments("Time shown");
        CHOICES.forEach(choice -> segments.with(choice.count + " days", url.apply(choice), equals(choice)));
        return segments;
    }
}
