package dev.capstan.ui.testing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.ClusterId;
import dev.capstan.search.Hit;
import dev.capstan.search.Search;
import dev.capstan.search.SearchAnswer;
import dev.capstan.search.SearchGroup;
import dev.capstan.search.SearchKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds some made-up names as the real search does; {@code slow} takes too long. */
final class FakeSearch {

    private FakeSearch() {}

    static Search create() {
        Search search = mock(Search.class);
        when(search.find(anyString(), anyInt()))
                .thenAnswer(i -> answer(i.getArgument(0), Arrays.asList(SearchKind.values()), 0, i.getArgument(1)));
        when(search.find(anyString(), any(SearchKind.class), anyInt(), anyInt()))
                .thenAnswer(i -> answer(
                        i.getArgument(0), List.of(i.<SearchKind>getArgument(1)), i.getArgument(2), i.getArgument(3)));
        return search;
    }

    private static SearchAnswer answer(String typed, List<SearchKind> kinds, int offset, int limit) {
        String term = typed.strip();
        if (term.length() < 2) {
            return new SearchAnswer.Hint("Type at least two characters.");
        }
        if (term.equals("slow")) {
            return new SearchAnswer.TookTooLong(term);
        }
        List<SearchGroup> groups = new ArrayList<>();
        for (SearchKind kind : kinds) {
            List<Hit> found = everything()
                    .filter(hit -> hit.kind() == kind)
                    .filter(hit -> hit.name().toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT)))
                    .toList();
            if (!found.isEmpty()) {
                groups.add(new SearchGroup(
                        kind,
                        found.stream().skip(offset).limit(limit).toList(),
                        Math.min(found.size(), Search.MOST),
                        found.size() > Search.MOST));
            }
        }
        return new SearchAnswer.Results(term, groups, term.length() < 3);
    }

    private static Stream<Hit> everything() {
        Stream<Hit> some = Stream.of(
                new Hit.OfCluster(new ClusterId(1), "aks-shop-prod-weu-01", "rg-shop", "Payments Production"),
                new Hit.OfNamespace("shop", 12, 4, null),
                new Hit.OfNamespace("shop-jobs", 2, 1, new ClusterId(1)),
                new Hit.OfImage("registry.test/shop/cart:1.4?x&y", 3, 2),
                new Hit.OfCapability(Capability.SYS_ADMIN),
                new Hit.OfControl(Control.ADDED, "5.2.9", List.of()));
        return Stream.concat(
                some,
                IntStream.range(0, 1200)
                        .mapToObj(i -> new Hit.OfWorkload(
                                new ClusterId(1),
                                i,
                                "shop",
                                "Deployment",
                                "shop-worker-" + i,
                                "aks-shop-prod-weu-01")));
    }
}
