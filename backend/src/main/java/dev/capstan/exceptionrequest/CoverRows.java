package dev.capstan.exceptionrequest;

import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.FailingUnit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which exception covers which container, as spans of time. */
@Component
class CoverRows {

    private final JdbcClient jdbc;

    CoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That an exception covers a container.
     *
     * @param left what no exception grants
     */
    record Cover(long exception, FailingUnit unit, Set<String> left) {}

    private record Row(long exception, long workload, String control, String kind, String name, String left) {}

    /** Moves the cluster's spans to what is covered from the instant on. */
    void move(ClusterId cluster, Collection<Cover> covered, Instant at) {
        Set<Row> now = new HashSet<>();
        covered.forEach(cover -> now.add(new Row(
                cover.exception(),
                cover.unit().workload(),
                cover.unit().control().name(),
                cover.unit().kind(),
                cover.unit().container(),
                String.join(",", new TreeSet<>(cover.left())))));
        Set<Row> before = open(cluster);
        OffsetDateTime since = at.atOffset(ZoneOffset.UTC);
        before.stream().filter(row -> !now.contains(row)).forEach(row -> end(cluster, row, since));
        now.stream().filter(row -> !before.contains(row)).forEach(row -> begin(cluster, row, since));
    }

    private Set<Row> open(ClusterId cluster) {
        return new HashSet<>(jdbc.sql("""
                        select exception_id, workload_id, control, kind, name, array_to_string(left_over, ',') as left_over
                        from exception_cover where cluster_id = :cluster and seen_until = 'infinity'
                        """)
                .param("cluster", cluster.value())
                .query((row, _) -> new Row(
                        row.getLong("exception_id"),
                        row.getLong("workload_id"),
                        row.getString("control"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("left_over")))
                .list());
    }

    // What was so for no time at all never was.
    private void end(ClusterId cluster, Row row, OffsetDateTime at) {
        for (String sql : List.of(
                "delete from exception_cover where seen_from >= :at and ",
                "update exception_cover set seen_until = :at where ")) {
            jdbc.sql(sql + """
                            cluster_id = :cluster and exception_id = :exception and workload_id = :workload
                              and control = :control and kind = :kind and name = :name and seen_until = 'infinity'
                            """)
                    .param("cluster", cluster.value())
                    .param("exception", row.exception())
                    .param("workload", row.workload())
                    .param("control", row.control())
                    .param("kind", row.kind())
                    .param("name", row.name())
                    .param("at", at)
                    .update();
        }
    }

    private void begin(ClusterId cluster, Row row, OffsetDateTime at) {
        jdbc.sql("""
                        insert into exception_cover (exception_id, cluster_id, workload_id, control, kind, name, seen_from,
                            left_over)
                        values (:exception, :cluster, :workload, :control, :kind, :name, :at,
                            string_to_array(:left, ','))
                        """)
                .param("cluster", cluster.value())
                .param("exception", row.exception())
                .param("workload", row.workload())
                .param("control", row.control())
                .param("kind", row.kind())
                .param("name", row.name())
                .param("at", at)
                .param("left", row.left())
                .update();
    }
}
