package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a change is found in the database: by the aliases h for itself, c for its cluster and w for its workload. */
final class ChangeRow {

    /** The kinds in the order in which people want to hear of them. */
    static final String KIND_ORDER =
            "array_position(array['NEW', 'REOPENED', 'EXCEEDED', 'EXPIRED', 'CHANGED', 'FIXED', 'EXCEPTED', 'GONE',"
                    + " 'UNKNOWN', 'POLICY'], h.change)";

    private static final String COLUMNS = """
            h.change, h.at, h.cluster_id, c.name as cluster_name, h.workload_id, w.namespace, w.kind, w.name, w.owner,
                h.container_kind, h.container, h.failed, h.fails, h.asked_before, h.asked_after, h.risk_before,
                h.risk_after, h.since""";

    // Looked up for the rows of the page alone.
    private static final String IMAGES = """
            (select string_agg(distinct k.image, ', ') from workload_container k
                 where k.cluster_id = p.cluster_id and k.workload_id = p.workload_id and k.kind = p.container_kind
                   and k.name = p.container and k.seen_from <= :from
                   and (k.seen_until is null or k.seen_until > :from)) as image_before,
                (select string_agg(distinct k.image, ', ') from workload_container k
                 where k.cluster_id = p.cluster_id and k.workload_id = p.workload_id and k.kind = p.container_kind
                   and k.name = p.container and %s) as image_after""";

    private ChangeRow() {}

    /** What stands before the tables: everything of a page's rows, whose order follows as {@link #page}. */
    static String columns(AsOf to) {
        return "select p.*, " + IMAGES.formatted(to.runs("k")) + "\nfrom (select " + COLUMNS;
    }

    /** What stands behind the conditions. */
    static String page(String order) {
        return "order by " + order + ") p";
    }

    static Change read(ResultSet row, int number) throws SQLException {
        String before = row.getString("image_before");
        String after = row.getString("image_after");
        return new Change(
                ChangeKind.valueOf(row.getString("change")),
                instant(row, "at"),
                new ClusterId(row.getLong("cluster_id")),
                row.getString("cluster_name"),
                row.getLong("workload_id"),
                row.getString("namespace"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("owner"),
                ContainerKind.valueOf(row.getString("container_kind")),
                row.getString("container"),
                row.getBoolean("failed") ? state(row, "before") : null,
                row.getBoolean("fails") ? state(row, "after") : null,
                before == null || after == null || before.equals(after) ? null : new Change.Images(before, after),
                instant(row, "since"));
    }

    private static Change.State state(ResultSet row, String when) throws SQLException {
        Array asked = row.getArray("asked_" + when);
        int rank = row.getInt("risk_" + when);
        return new Change.State(asked == null ? List.of() : List.of((String[]) asked.getArray()), risk(rank));
    }

    private static @Nullable Risk risk(int rank) {
        return rank == 0 ? null : Risk.values()[rank - 1];
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(ClusterRow.instant(row, column));
    }
}
