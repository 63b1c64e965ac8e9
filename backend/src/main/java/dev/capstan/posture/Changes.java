package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.exceptionrequest.ReadsByExceptions;
import dev.capstan.fleet.ClusterId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what fails at the end of a period from what failed at its beginning. Only what counts in the score is looked at,
 * as it was concluded then; a snapshot that grows old changes nothing.
 */
@Service
@ReadsByExceptions
@PreAuthorize("hasRole('VIEWER')")
public class Changes {

    private final ChangeList changes;
    private final Remembered remembered;

    Changes(ChangeList changes, Remembered remembered) {
        this.changes = changes;
        this.remembered = remembered;
    }

    /** How many changes of each kind the filter leaves; its own kind is left aside. */
    public ChangeCounts count(Control control, Period period, ChangeFilter filter) {
        return remembered.get(
                period.to(), List.of("changes", control, period, filter), () -> changes.count(control, period, filter));
    }

    /**
     * The changes, sortable by at, kind, clusterName, namespace, workload, owner, risk, failingSince; newest first, the
     * worst first among equals, when unsorted.
     *
     * @throws IllegalArgumentException when the page is sorted by something else
     */
    public List<Change> list(Control control, Period period, ChangeFilter filter, Pageable page) {
        return page.isUnpaged()
                ? changes.list(control, period, filter, page)
                : remembered.get(
                        period.to(),
                        List.of("changes", control, period, filter, page),
                        () -> changes.list(control, period, filter, page));
    }

    /**
     * Writes the rows of {@link #list} as CSV, as the database gives them. The stream is left open.
     *
     * @throws IOException when the stream takes no more
     * @throws IllegalArgumentException when they are to be sorted by something else
     */
    @Transactional(readOnly = true)
    public void export(Control control, Period period, ChangeFilter filter, Sort sort, OutputStream to)
            throws IOException {
        try (Stream<Change> rows = changes.stream(control, period, filter, sort)) {
            ChangeCsv.under(control).write(rows, to);
        }
    }

    /** When the cluster's last snapshots were taken, newest first. */
    public List<Instant> snapshots(ClusterId cluster, int limit) {
        return changes.snapshots(cluster, limit);
    }

    /** From the cluster's last snapshot but one until now; nothing while there are not two. */
    public Optional<Period> sinceTheSnapshotBefore(ClusterId cluster) {
        List<Instant> lastTwo = changes.snapshots(cluster, 2);
        return lastTwo.size() < 2 ? Optional.empty() : Optional.of(Period.since(lastTwo.getLast()));
    }

    /** Since when there are snapshots, of a cluster or of any when null. Before that nothing is known. */
    public Optional<Instant> recordedSince(@Nullable ClusterId cluster) {
        return changes.recordedSince(cluster);
    }
}
