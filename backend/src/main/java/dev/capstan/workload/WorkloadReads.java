package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one workload with what ran in it and what the criteria that hold for it say of that. */
@Component
class WorkloadReads {

    private final JdbcClient jdbc;

    WorkloadReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkloadDetails> find(ClusterId cluster, long id) {
        return jdbc.sql("""
                        select w.namespace, w.kind, w.name, w.first_seen_at, w.pods, w.criteria_id, c.reading,
                            c.allowed_capabilities, c.risks, (select max(version) from policy_version) as version
                        from workload w join criteria c on c.id = w.criteria_id
                        where w.cluster_id = :cluster and w.id = :id
                        """)
                .param("cluster", cluster.value())
                .param("id", id)
                .query((row, _) -> new WorkloadDetails(
                        cluster,
                        id,
                        new WorkloadRef(row.getString("namespace"), row.getString("kind"), row.getString("name")),
                        instant(row, "first_seen_at"),
                        row.getInt("pods"),
                        row.getInt("version"),
                        CriteriaRows.read(row),
                        containers(cluster, id, row.getInt("criteria_id"))))
                .optional();
    }

    private List<ContainerDetails> containers(ClusterId cluster, long id, int criteria) {
        Map<Long, Map<Control, Verdict>> verdicts = verdicts(cluster, id, criteria);
        return jdbc.sql("""
                        select c.kind, c.name, c.image, c.origin, c.seen_from, c.seen_until, p.*, j.effective,
                            j.declared_not_effective, j.risk, j.warnings
                        from workload_container c
                        join capability_profile p on p.id = c.profile_id
                        join judgement j on j.profile_id = p.id and j.criteria_id = :criteria
                        where c.cluster_id = :cluster and c.workload_id = :id
                        order by (c.seen_until is null) desc, c.seen_until desc,
                            array_position(array['INIT', 'SIDECAR', 'APP', 'EPHEMERAL'], c.kind), c.name, c.seen_from
                        """)
                .param("cluster", cluster.value())
                .param("id", id)
                .param("criteria", criteria)
                .query((row, _) -> container(row, verdicts.getOrDefault(row.getLong("id"), Map.of())))
                .list();
    }

    private Map<Long, Map<Control, Verdict>> verdicts(ClusterId cluster, long id, int criteria) {
        Map<Long, Map<Control, Verdict>> verdicts = new HashMap<>();
        jdbc.sql("""
                        select v.profile_id, v.control, v.outcome, v.reasons from verdict v
                        where v.criteria_id = :criteria and v.profile_id in (select profile_id from workload_container
                              where cluster_id = :cluster and workload_id = :id)
                        """)
                .param("cluster", cluster.value())
                .param("id", id)
                .param("criteria", criteria)
                .query(row -> {
                    verdicts.computeIfAbsent(row.getLong("profile_id"), _ -> new EnumMap<>(Control.class))
                            .put(Control.valueOf(row.getString("control")), verdict(row));
                });
        return verdicts;
    }

    private static ContainerDetails container(ResultSet row, Map<Control, Verdict> verdicts) throws SQLException {
        return new ContainerDetails(
                ContainerKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("image"),
                Origin.valueOf(row.getString("origin")),
                ProfileRow.settings(row),
                judgement(row, verdicts),
                instant(row, "seen_from"),
                row.getObject("seen_until") == null ? null : instant(row, "seen_until"));
    }

    private static Judgement judgement(ResultSet row, Map<Control, Verdict> verdicts) throws SQLException {
        String risk = row.getString("risk");
        return new Judgement(
                ProfileRow.texts(row, "effective").stream()
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("declared_not_effective"),
                verdicts,
                ProfileRow.texts(row, "warnings"),
                risk == null ? null : Risk.valueOf(risk));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        List<String> reasons = ProfileRow.texts(row, "reasons");
        return switch (row.getString("outcome")) {
            case "PASS" -> new Verdict.Pass();
            case "FAIL" -> new Verdict.Fail(reasons);
            case "NOT_ASSESSED" -> new Verdict.NotAssessed(reasons.getFirst());
            case "NOT_APPLICABLE" -> new Verdict.NotApplicable(reasons.getFirst());
            case String other -> throw new SQLException("Unknown outcome " + other);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
