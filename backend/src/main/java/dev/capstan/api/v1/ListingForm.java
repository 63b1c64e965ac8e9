package dev.capstan.api.v1;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a benchmark lists a control, if it does. */
@Schema(name = "Listing")
record ListingForm(
        @Schema(description = "The benchmark's id", example = "cis-aks-1.0")
        String benchmark,

        Control control,
        ListingWord listing,

        @Schema(description = "Its number there; null unless it is listed", example = "4.2.8") @Nullable String number,

        @Schema(description = "What it is called there, in our own words; null unless it is listed") @Nullable String title,

        @Schema(description = "Null unless it is listed") Listing.@Nullable Level level,
        @Schema(description = "Null unless it is listed") Listing.@Nullable Assessment assessment,

        @Schema(description = "What a reader should know about it, or why it is not listed") @Nullable String note,

        @Schema(description = "Who says so") List<String> sources) {

    /** Whether a benchmark has a control. That it was not looked up is not that it is missing. */
    enum ListingWord {
        LISTED,
        ABSENT,
        UNKNOWN
    }

    static ListingForm of(Benchmark benchmark, Control control) {
        return switch (benchmark.listing(control)) {
            case Listing.Listed listed ->
                new ListingForm(
                        benchmark.id(),
                        control,
                        ListingWord.LISTED,
                        listed.number(),
                        listed.title(),
                        listed.level(),
                        listed.assessment(),
                        listed.note(),
                        listed.sources());
            case Listing.Absent absent ->
                without(benchmark, control, ListingWord.ABSENT, absent.why(), absent.sources());
            case Listing.Unknown(String why) -> without(benchmark, control, ListingWord.UNKNOWN, why, List.of());
        };
    }

    private static ListingForm without(
            Benchmark benchmark, Control control, ListingWord word, String why, List<String> sources) {
        return new ListingForm(benchmark.id(), control, word, null, null, null, null, why, sources);
    }
}
