package dev.capstan.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a benchmark lists a control, if it does. That it was not looked up is not that it is missing. */
public sealed interface Listing {

    /**
     * The benchmark has the control.
     *
     * @param number its number there, for example {@code 4.2.8}
     * @param title what it is called there, in our own words
     * @param sources who says so
     * @param otherwise who says something else
     * @param note what a reader should know about it, if anything
     */
    record Listed(
            String number,
            String title,
            Level level,
            Assessment assessment,
            List<String> sources,
            List<Dissent> otherwise,
            @Nullable String note)
            implements Listing {

        public Listed {
            sources = List.copyOf(sources);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * The benchmark has no such control.
     *
     * @param why a sentence that says how that is known
     * @param sources who says so
     * @param otherwise who says something else
     */
    record Absent(String why, List<String> sources, List<Dissent> otherwise) implements Listing {

        public Absent {
            sources = List.copyOf(sources);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * The catalogue cannot tell.
     *
     * @param why a sentence that says what was not looked up
     */
    record Unknown(String why) implements Listing {}

    /**
     * A source that disagrees.
     *
     * @param source who it is
     * @param says a sentence that says what it says instead
     */
    record Dissent(String source, String says) {}

    /** The profile that a control belongs to: level 1 is for everyone, level 2 for higher demands. */
    enum Level {
        ONE,
        TWO,
        /** No source tells. */
        UNKNOWN
    }

    /** Whether the benchmark holds that a tool can judge the control. */
    enum Assessment {
        AUTOMATED,
        MANUAL,
        /** No source tells. */
        UNKNOWN
    }
}
