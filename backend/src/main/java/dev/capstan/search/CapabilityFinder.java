package dev.capstan.search;

import dev.capstan.benchmark.Capability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds capabilities by their name, with or without {@code CAP_}. */
@Component
class CapabilityFinder implements Finder {

    private static final String PREFIX = "cap_";
    private static final int NOT_AT_ALL = 3;

    @Override
    public SearchKind kind() {
        return SearchKind.CAPABILITY;
    }

    @Override
    public SearchGroup find(SearchTerm term, int offset, int limit) {
        List<Hit> found = all(term).toList();
        return SearchGroup.of(kind(), found.stream().skip(offset).limit(limit).toList(), found.size());
    }

    @Override
    public Stream<Hit> all(SearchTerm term) {
        SearchTerm plain =
                term.text().startsWith(PREFIX) ? new SearchTerm(term.text().substring(PREFIX.length())) : term;
        return Arrays.stream(Capability.values())
                .filter(capability -> plain.rank(capability.name()) < NOT_AT_ALL)
                .sorted(Comparator.<Capability>comparingInt(capability -> plain.rank(capability.name()))
                        .thenComparing(Capability::name))
                .map(Hit.OfCapability::new);
    }
}
