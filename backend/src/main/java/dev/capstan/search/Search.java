package dev.capstan.search;

import dev.capstan.search.SearchAnswer.Hint;
import dev.capstan.search.SearchAnswer.Results;
import dev.capstan.search.SearchAnswer.TookTooLong;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Finds things of the fleet, and what there is to know about it, by a part of their name. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class Search {

    /** How many of a kind are counted and shown at most; the file of all of them has no limit. */
    public static final int MOST = 1000;

    static final int FETCHED = 500;

    private final List<Finder> finders;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final SearchSettings settings;

    Search(
            ClusterFinder clusters,
            WorkloadFinder workloads,
            OwnerFinder owners,
            CapabilityFinder capabilities,
            ControlFinder controls,
            JdbcClient jdbc,
            TransactionOperations transaction,
            SearchSettings settings) {
        this.finders = List.of(
                clusters,
                new NameFinder(jdbc, SearchKind.NAMESPACE),
                workloads,
                new NameFinder(jdbc, SearchKind.IMAGE),
                owners,
                capabilities,
                controls);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
    }

    /**
     * The best of each kind.
     *
     * @param typed what the person typed, in any case; it is looked for literally
     * @param limit how many of each kind
     */
    public SearchAnswer find(String typed, int limit) {
        return answer(
                typed,
                term -> finders.stream()
                        .map(finder -> finder.find(term, 0, limit))
                        .filter(group -> group.count() > 0)
                        .sorted(Comparator.comparing(group -> !holdsExactly(group, term)))
                        .toList());
    }

    /**
     * A page of one kind.
     *
     * @param offset how many come before the page
     * @param limit how many it holds
     */
    public SearchAnswer find(String typed, SearchKind kind, int offset, int limit) {
        return answer(typed, term -> List.of(finder(kind).find(term, offset, limit)));
    }

    /**
     * Writes everything of every kind that {@link #find} finds as CSV, however much it is, as the database gives it. The
     * stream is left open. Where the term cannot be looked for, there are no rows.
     *
     * @throws IOException when the stream takes no more
     */
    @Transactional(readOnly = true)
    public void export(String typed, OutputStream to) throws IOException {
        Stream<Hit> hits = SearchTerm.refusal(typed).isPresent()
                ? Stream.empty()
                : finders.stream().flatMap(finder -> finder.all(SearchTerm.of(typed)));
        try (hits) {
            HitCsv.FILE.write(hits, to);
        }
    }

    private SearchAnswer answer(String typed, Function<SearchTerm, List<SearchGroup>> groups) {
        Optional<String> refusal = SearchTerm.refusal(typed);
        if (refusal.isPresent()) {
            return new Hint(refusal.get());
        }
        SearchTerm term = SearchTerm.of(typed);
        try {
            List<SearchGroup> found = transaction.execute(_ -> {
                limitTime();
                return groups.apply(term);
            });
            return new Results(typed.strip(), found, !term.insideNames());
        } catch (QueryTimeoutException _) {
            return new TookTooLong(typed.strip());
        }
    }

    /** Of the transaction's statements, each. */
    private void limitTime() {
        jdbc.sql("select set_config('statement_timeout', :millis, true)")
                .param("millis", Long.toString(settings.timeLimit().toMillis()))
                .query(String.class)
                .single();
    }

    private Finder finder(SearchKind kind) {
        return finders.stream()
                .filter(finder -> finder.kind() == kind)
                .findAny()
                .orElseThrow();
    }

    private static boolean holdsExactly(SearchGroup group, SearchTerm term) {
        return group.hits().stream().anyMatch(hit -> term.rank(hit.name()) == 0);
    }
}
