package dev.capstan.search;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Benchmarks;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds controls by their name, and by the numbers that benchmarks give them. */
@Component
class ControlFinder implements Finder {

    private static final Pattern NUMBER = Pattern.compile("[cC]?\\d+(\\.\\d+)*\\.?");

    private final Benchmarks benchmarks;

    ControlFinder(Benchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    @Override
    public SearchKind kind() {
        return SearchKind.CONTROL;
    }

    @Override
    public SearchGroup find(SearchTerm term, int offset, int limit) {
        List<Hit> found = all(term).toList();
        return SearchGroup.of(kind(), found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    @Override
    public Stream<Hit> all(SearchTerm term) {
        return NUMBER.matcher(term.text()).matches() ? byNumber(term.text()) : byName(term);
    }

    private Stream<Hit> byName(SearchTerm term) {
        return Arrays.stream(Control.values())
                .filter(control -> Stream.of(
                                control.title(),
                                control.name(),
                                benchmarks.guide(control).title())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(term.text())))
                .map(control -> new Hit.OfControl(control, null, List.of()));
    }

    /** The number itself and those below it: 5.2 finds 5.2.9, and 5.2.1 does not find 5.2.13. */
    private Stream<Hit> byNumber(String number) {
        List<Hit> hits = new ArrayList<>();
        for (Control control : Control.values()) {
            Map<String, List<Benchmark>> byNumber = new TreeMap<>();
            for (Benchmark benchmark : benchmarks.all()) {
                if (benchmark.listing(control) instanceof Listing.Listed listed
                        && isOrIsBelow(listed.number(), number)) {
                    byNumber.computeIfAbsent(listed.number(), _ -> new ArrayList<>())
                            .add(benchmark);
                }
            }
            byNumber.forEach((found, listing) -> hits.add(new Hit.OfControl(control, found, listing)));
        }
        return hits.stream();
    }

    private static boolean isOrIsBelow(String found, String number) {
        String lower = found.toLowerCase(Locale.ROOT);
        return lower.equals(number) || lower.startsWith(number.endsWith(".") ? number : number + ".");
    }
}
