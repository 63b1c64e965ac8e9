package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.exceptionrequest.ReadsByExceptions;
import dev.capstan.fleet.ClusterId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Says how old findings are and how long it takes to resolve them. Only what counts in the score is looked at. */
@Service
@ReadsByExceptions
@PreAuthorize("hasRole('VIEWER')")
public class Resolutions {

    // Those with most old findings first; then those with most at all.
    private static final Comparator<ResolutionRow> WORST_FIRST = Comparator.comparingLong(
                    (ResolutionRow row) -> row.open().of(AgeBucket.OVER_180))
            .thenComparingLong(row -> row.open().all())
            .thenComparingLong(row -> row.resolved().count())
            .reversed()
            .thenComparing(ResolutionRow::name, Comparator.nullsLast(Comparator.naturalOrder()));

    private final FindingTimes times;
    private final JdbcClient jdbc;
    private final Remembered remembered;

    Resolutions(FindingTimes times, JdbcClient jdbc, Remembered remembered) {
        this.times = times;
        this.jdbc = jdbc;
        this.remembered = remembered;
    }

    /**
     * How old the findings are that are open.
     *
     * @param cluster those of this cluster, or of all when null
     * @param owner those of this owner, of nobody's when {@link WorkloadFilter#NO_OWNER}, or all when null
     */
    public Ages open(Control control, @Nullable ClusterId cluster, @Nullable String owner, AsOf asOf) {
        return remembered.get(
                asOf,
                Arrays.asList("ages", control, cluster, owner),
                () -> times.open(FindingTimes.By.NOTHING, control, new FindingTimes.Of(cluster, owner), asOf)
                        .getOrDefault("", Ages.NONE));
    }

    /** How long those findings took that were resolved in the period; whose as with {@link #open}. */
    public Resolved resolved(Control control, @Nullable ClusterId cluster, @Nullable String owner, Period period) {
        return times.resolved(FindingTimes.By.NOTHING, control, new FindingTimes.Of(cluster, owner), period)
                .getOrDefault("", Resolved.NONE);
    }

    /** The same cluster by cluster, at the end of the period; those with most findings over 180 days old first. */
    public List<ResolutionRow> byCluster(Control control, Period period) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select id, name from cluster").query(row -> {
            names.put(row.getString("id"), row.getString("name"));
        });
        return rows(FindingTimes.By.CLUSTER, control, period).entrySet().stream()
                .map(e -> new ResolutionRow(
                        names.get(e.getKey()),
                        new ClusterId(Long.parseLong(e.getKey())),
                        e.getValue().open(),
                        e.getValue().resolved()))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** The same owner by owner. What nobody owns is a row without a name. */
    public List<ResolutionRow> byOwner(Control control, Period period) {
        return rows(FindingTimes.By.OWNER, control, period).entrySet().stream()
                .map(e -> new ResolutionRow(
                        e.getKey().isEmpty() ? null : e.getKey(),
                        null,
                        e.getValue().open(),
                        e.getValue().resolved()))
                .sorted(WORST_FIRST)
                .toList();
    }

    private record Both(Ages open, Resolved resolved) {}

    private Map<String, Both> rows(FindingTimes.By by, Control control, Period period) {
        FindingTimes.Of all = new FindingTimes.Of(null, null);
        Map<String, Ages> open = times.open(by, control, all, period.to());
        Map<String, Resolved> resolved = times.resolved(by, control, all, period);
        Set<String> keys = new HashSet<>(open.keySet());
        keys.addAll(resolved.keySet());
        Map<String, Both> rows = new HashMap<>();
        keys.forEach(key ->
                rows.put(key, new Both(open.getOrDefault(key, Ages.NONE), resolved.getOrDefault(key, Resolved.NONE))));
        return rows;
    }
}
