package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Judgement;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.evaluation.Verdict;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.WorkloadHistory.Judged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads by which criteria a workload was judged in the course of time, and what they said of its settings. */
final class JudgingReads {

    private final JdbcClient jdbc;

    JudgingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A policy's own criteria, or those of one of its overrides, which then has patterns. */
    private record Row(
            Judging judging,
            @Nullable String clusters,
            @Nullable String namespaces) {}

    /**
     * What every policy said for the workload, oldest first.
     *
     * @param now the criteria that hold for it now
     */
    List<Judging> of(String cluster, String namespace, int now) {
        List<Judging> judgings = new ArrayList<>();
        for (Row row : rows(now)) {
            // An override's row comes before its policy's own, which always fits.
            boolean known = !judgings.isEmpty()
                    && judgings.getLast().policy() == row.judging().policy();
            if (!known && fits(row, cluster, namespace)) {
                judgings.add(row.judging());
            }
        }
        return judgings;
    }

    // The newest is not looked up by names: a renamed cluster falls under other overrides only with its next snapshot.
    private List<Row> rows(int now) {
        return jdbc.sql("""
                        select p.version, p.created_at, p.made_by, p.note, e.cluster_pattern, e.namespace_pattern, c.*
                        from policy_version p
                        cross join lateral (
                            select o.position, o.cluster_pattern, o.namespace_pattern, o.criteria_id
                            from policy_override o where o.policy_version = p.version
                            union all
                            select 1000000, null, null, p.criteria_id
                            union all
                            select 0, null, null, :now where p.version = (select max(version) from policy_version)
                        ) e
                        join criteria c on c.id = e.criteria_id
                        order by p.version, e.position
                        """)
                .param("now", now)
                .query((row, _) -> new Row(
                        new Judging(
                                row.getInt("version"),
                                instant(row),
                                CriteriaRows.read(row),
                                row.getInt("id"),
                                row.getString("made_by"),
                                row.getString("note")),
                        row.getString("cluster_pattern"),
                        row.getString("namespace_pattern")))
                .list();
    }

    private static boolean fits(Row row, String cluster, String namespace) {
        if (row.clusters() == null || row.namespaces() == null) {
            return true;
        }
        Criteria criteria = row.judging().criteria();
        return new PolicyOverride(row.clusters(), row.namespaces(), criteria.reading(), criteria.allowed())
                .matches(cluster, namespace);
    }

    Map<Judged, Judgement> judgements(ClusterId cluster, long workload, List<Judging> judgings) {
        Integer[] keys = judgings.stream().map(Judging::key).distinct().toArray(Integer[]::new);
        Map<Judged, Map<Control, Verdict>> verdicts = verdicts(cluster, workload, keys);
        Map<Judged, Judgement> judgements = new HashMap<>();
        jdbc.sql("""
                        select j.* from judgement j
                        where j.criteria_id = any(:keys) and j.profile_id in (select profile_id from workload_container
                              where cluster_id = :cluster and workload_id = :workload)
                        """)
                .param("keys", keys)
                .param("cluster", cluster.value())
                .param("workload", workload)
                .query(row -> {
                    Judged key = judged(row);
                    judgements.put(key, judgement(row, verdicts.getOrDefault(key, Map.of())));
                });
        return judgements;
    }

    private Map<Judged, Map<Control, Verdict>> verdicts(ClusterId cluster, long workload, Integer[] keys) {
        Map<Judged, Map<Control, Verdict>> verdicts = new HashMap<>();
        jdbc.sql("""
                        select v.* from verdict v
                        where v.criteria_id = any(:keys) and v.profile_id in (select profile_id from workload_container
                              where cluster_id = :cluster and workload_id = :workload)
                        """)
                .param("keys", keys)
                .param("cluster", cluster.value())
                .param("workload", workload)
                .query(row -> {
                    verdicts.computeIfAbsent(judged(row), _ -> new EnumMap<>(Control.class))
                            .put(Control.valueOf(row.getString("control")), verdict(row));
                });
        return verdicts;
    }

    private static Judged judged(ResultSet row) throws SQLException {
        return new Judged(row.getLong("profile_id"), row.getInt("criteria_id"));
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

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }
}
