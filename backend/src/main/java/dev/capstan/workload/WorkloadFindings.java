package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.ContainerFinding.End;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The findings of one workload: how long each has been open, and how long each took to be put right. */
@Service
public class WorkloadFindings {

    private final JdbcClient jdbc;

    WorkloadFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All findings that the workload ever had; those that go on first, then the newest.
     *
     * @param asOf what came later is left out; null for now
     */
    @PreAuthorize("hasRole('VIEWER')")
    public List<ContainerFinding> of(ClusterId cluster, long workload, @Nullable Instant asOf) {
        // The spans of a finding that only changed its form have one opening.
        return jdbc.sql("""
                        select f.control, f.kind, f.name, f.opened_at,
                            (array_agg(f.began order by f.seen_from))[1] = 'REOPENED' as reopened,
                            nullif(max(f.ended_at), 'infinity') as ended_at,
                            (array_agg(f.ended order by f.seen_from desc))[1] as ended
                        from (
                            select control, kind, name, opened_at, seen_from, began,
                                case when seen_until <= :asOf then seen_until else 'infinity' end as ended_at,
                                case when seen_until <= :asOf then ended end as ended
                            from finding
                            where cluster_id = :cluster and workload_id = :workload and seen_from <= :asOf
                        ) f
                        group by f.control, f.kind, f.name, f.opened_at
                        order by ended_at desc nulls first, f.opened_at desc, f.kind, f.name, f.control
                        """)
                .param("cluster", cluster.value())
                .param("workload", workload)
                .param("asOf", asOf == null ? OffsetDateTime.MAX : asOf.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row))
                .list();
    }

    private static ContainerFinding read(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        @Nullable String end = row.getString("ended");
        return new ContainerFinding(
                Control.valueOf(row.getString("control")),
                ContainerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                end == null ? null : End.valueOf(end),
                row.getBoolean("reopened"));
    }
}
