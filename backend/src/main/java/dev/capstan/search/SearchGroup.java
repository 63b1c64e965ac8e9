package dev.capstan.search;

import java.util.List;

/**
 * What was found of one kind.
 *
 * @param hits as many as were asked for; what is called exactly so first, then what begins so
 * @param count how many there are; when there are more than {@link Search#MOST}, that number
 * @param more whether there are more than {@link Search#MOST}
 */
public record SearchGroup(SearchKind kind, List<Hit> hits, int count, boolean more) {

    public SearchGroup {
        hits = List.copyOf(hits);
    }

    static SearchGroup of(SearchKind kind, List<? extends Hit> hits, long found) {
        return new SearchGroup(kind, List.copyOf(hits), (int) Math.min(found, Search.MOST), found > Search.MOST);
    }
}
