package dev.capstan.workload;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one workload with what ran in it and what the criteria that held for it said of that. */
@Component
class WorkloadReads {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JudgingReads judgings;

    WorkloadReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
        judgings = new JudgingReads(jdbc);
    }

    private record Head(
            String cluster,
            WorkloadRef ref,
            @Nullable String owner,
            Map<String, String> labels,
            Instant firstSeenAt,
            int pods,
            int criteria) {}

    /** @param unread what is known of the cluster's gaps */
    Optional<WorkloadHistory> history(ClusterId cluster, long id, List<Unread> unread) {
        return head(cluster, id).map(head -> {
            List<Judging> judged = judgings.of(head.cluster(), head.ref().namespace(), head.criteria());
            return new WorkloadHistory(
                    cluster,
                    id,
                    head.ref(),
                    head.owner(),
                    head.labels(),
                    head.firstSeenAt(),
                    head.pods(),
                    ranges(cluster, id),
                    judged,
                    judgings.judgements(cluster, id, judged),
                    unread);
        });
    }

    private Optional<Head> head(ClusterId cluster, long id) {
        return jdbc.sql("""
                        select c.name as cluster, w.namespace, w.kind, w.name, w.owner, w.labels, w.first_seen_at,
                            w.pods, w.criteria_id
                        from workload w join cluster c on c.id = w.cluster_id
                        where w.cluster_id = :cluster and w.id = :id
                        """)
                .param("cluster", cluster.value())
                .param("id", id)
                .query((row, _) -> new Head(
                        row.getString("cluster"),
                        new WorkloadRef(row.getString("namespace"), row.getString("kind"), row.getString("name")),
                        row.getString("owner"),
                        JSON.readValue(row.getString("labels"), LABELS),
                        instant(row, "first_seen_at"),
                        row.getInt("pods"),
                        row.getInt("criteria_id")))
                .optional();
    }

    private List<ContainerRange> ranges(ClusterId cluster, long id) {
        return jdbc.sql("""
                        select c.kind, c.name, c.image, c.origin, c.seen_from, c.seen_until, p.*
                        from workload_container c
                        join capability_profile p on p.id = c.profile_id
                        where c.cluster_id = :cluster and c.workload_id = :id
                        order by (c.seen_until is null) desc, c.seen_until desc,
                            array_position(array['INIT', 'SIDECAR', 'APP', 'EPHEMERAL'], c.kind), c.name, c.seen_from
                        """)
                .param("cluster", cluster.value())
                .param("id", id)
                .query((row, _) -> new ContainerRange(
                        ContainerKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("image"),
                        Origin.valueOf(row.getString("origin")),
                        row.getLong("id"),
                        ProfileRow.settings(row),
                        instant(row, "seen_from"),
                        row.getObject("seen_until") == null ? null : instant(row, "seen_until")))
                .list();
    }

    /** The times in which the cluster's last snapshot was older than can be believed, oldest first. */
    List<Unread> unread(ClusterId cluster, Duration believed) {
        return jdbc.sql("""
                        select s.taken_at + cast(:believed as interval) as since, s.next
                        from (select taken_at, lead(taken_at) over (order by taken_at) as next
                              from snapshot where cluster_id = :cluster) s
                        where s.next is null or s.next > s.taken_at + cast(:believed as interval)
                        order by s.taken_at
                        """)
                .param("cluster", cluster.value())
                .param("believed", believed.toString())
                .query((row, _) ->
                        new Unread(instant(row, "since"), row.getObject("next") == null ? null : instant(row, "next")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
