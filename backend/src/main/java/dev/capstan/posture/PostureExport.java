package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.exceptionrequest.ReadsByExceptions;
import dev.capstan.fleet.ClusterId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the lists of {@link Postures} as CSV: every row that a filter leaves, in the list's order, as the database gives
 * them. However long the list is, a few rows are held at a time. The stream is left open.
 */
@Service
@ReadsByExceptions
@PreAuthorize("hasRole('VIEWER')")
public class PostureExport {

    private final ClusterList clusters;
    private final WorkloadList workloads;
    private final GroupScores groups;

    PostureExport(ClusterList clusters, WorkloadList workloads, GroupScores groups) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.groups = groups;
    }

    /**
     * The rows of {@link Postures#clusters}, sorted by the same keys.
     *
     * @param admission what to say of a cluster's admission, which is judged elsewhere
     * @throws IOException when the stream takes no more
     * @throws IllegalArgumentException when they are to be sorted by something else
     */
    @Transactional(readOnly = true)
    public void clusters(
            Control control,
            ClusterFilter filter,
            AsOf asOf,
            Sort sort,
            Function<ClusterPosture, String> admission,
            OutputStream to)
            throws IOException {
        try (Stream<ClusterPosture> rows = clusters.stream(control, filter, asOf, sort)) {
            ClusterCsv.under(control, admission).write(rows, to);
        }
    }

    /**
     * The rows of {@link Postures#workloads}, sorted by the same keys.
     *
     * @throws IOException when the stream takes no more
     * @throws IllegalArgumentException when they are to be sorted by something else
     */
    @Transactional(readOnly = true)
    public void workloads(Control control, WorkloadFilter filter, AsOf asOf, Sort sort, OutputStream to)
            throws IOException {
        try (Stream<WorkloadPosture> rows = workloads.stream(control, filter, asOf, sort)) {
            WorkloadCsv.under(control).write(rows, to);
        }
    }

    /**
     * Every namespace of the clusters that the filter leaves, by cluster and namespace.
     *
     * @throws IOException when the stream takes no more
     */
    @Transactional(readOnly = true)
    public void heatMap(Control control, ClusterFilter filter, AsOf asOf, OutputStream to) throws IOException {
        Map<ClusterId, ClusterPosture> rows = clusters.list(control, filter, asOf, Pageable.unpaged()).stream()
                .collect(Collectors.toMap(ClusterPosture::id, cluster -> cluster));
        try (Stream<HeatMapCell> cells = groups.heatMapStream(control, List.copyOf(rows.keySet()), asOf)) {
            HeatMapCsv.under(control, rows).write(cells, to);
        }
    }

    /**
     * The rows of {@link Postures#scores}, in the same order.
     *
     * @throws IOException when the stream takes no more
     */
    @Transactional(readOnly = true)
    public void scores(Grouping grouping, Control control, AsOf asOf, OutputStream to) throws IOException {
        GroupScoreCsv.of(grouping, control).write(groups.read(grouping, control, asOf).stream(), to);
    }

    /**
     * The owners of {@link Postures#scores} that {@link OwnerList} leaves, in its order.
     *
     * @param text part of the owners' names; blank for all
     * @throws IOException when the stream takes no more
     * @throws IllegalArgumentException when they are to be sorted by something else
     */
    @Transactional(readOnly = true)
    public void owners(Control control, String text, AsOf asOf, Sort sort, OutputStream to) throws IOException {
        List<GroupScore> owners = groups.read(new Grouping.ByOwner(), control, asOf);
        OwnerCsv.under(control).write(OwnerList.of(owners, text, sort).stream(), to);
    }
}
