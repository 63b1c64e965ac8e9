package dev.capstan.exceptionrequest;

import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.ConcludingAgain;
import dev.capstan.workload.FailingUnits;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees that what is read is read by the exceptions in force at that very instant. Whoever reads asks for it first: where an
 * exception has begun or ended since, the clusters that it speaks of are concluded of again, as of the instant at which it
 * did, and not of that of the reading.
 */
@Component
public class Settling {

    private static final long KEY = 0x657863657074L;

    private record Due(Instant at, long exception) {}

    private final RequestRows requests;
    private final FailingUnits units;
    private final ConcludingAgain concluding;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settling(
            RequestRows requests,
            FailingUnits units,
            ConcludingAgain concluding,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.requests = requests;
        this.units = units;
        this.concluding = concluding;
        this.jdbc = jdbc;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Concludes what is due by now, in a transaction of its own; next to nothing where nothing is. */
    public void settle() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        if (isDue(now)) {
            transaction.executeWithoutResult(_ -> settle(now));
        }
    }

    private boolean isDue(OffsetDateTime now) {
        return jdbc.sql("select exists (select from exception_due where due_at <= :now)")
                .param("now", now)
                .query(Boolean.class)
                .single();
    }

    private void settle(OffsetDateTime now) {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query(_ -> {});
        // Read again: another may have seen to it while this one waited.
        Map<Instant, List<Due>> due = new LinkedHashMap<>();
        jdbc
                .sql("delete from exception_due where due_at <= :now returning due_at, exception_id")
                .param("now", now)
                .query((row, _) ->
                        new Due(row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getLong("exception_id")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Due::at).thenComparing(Due::exception))
                .forEach(one -> due.merge(one.at(), List.of(one), Settling::both));
        due.forEach((at, all) -> clusters(all).forEach(cluster -> concluding.at(new ClusterId(cluster), at)));
    }

    private static List<Due> both(List<Due> some, List<Due> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Those in which any of them covers something, or did until now; in one order everywhere. */
    private SortedSet<Long> clusters(Collection<Due> due) {
        SortedSet<Long> clusters = new TreeSet<>();
        for (Due one : due) {
            clusters.addAll(jdbc.sql("""
                            select distinct cluster_id from exception_cover
                            where exception_id = :exception and seen_until = 'infinity'
                            """)
                    .param("exception", one.exception())
                    .query(Long.class)
                    .list());
            requests.find(one.exception())
                    .ifPresent(request -> units.find(where(request.content()))
                            .forEach(unit -> clusters.add(unit.cluster().value())));
        }
        return clusters;
    }

    static FailingUnits.Where where(Content content) {
        Scope scope = content.scope();
        Scope.ClusterTag tag = scope.clusterTag();
        return new FailingUnits.Where(
                content.controls(),
                scope.clusters(),
                tag == null ? null : tag.name(),
                tag == null ? null : tag.value(),
                scope.namespaces(),
                scope.kinds(),
                scope.workloads(),
                scope.containers());
    }
}
