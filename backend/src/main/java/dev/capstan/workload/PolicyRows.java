package dev.capstan.workload;

import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policies' rows: versions, which nothing changes once they are written, with their overrides. */
@Component
class PolicyRows {

    private final JdbcClient jdbc;

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PolicyVersion> newest() {
        return read("order by version desc limit 1").stream().findFirst();
    }

    Optional<PolicyVersion> newest(Instant by) {
        return read(
                        "where p.created_at <= :by order by version desc limit 1",
                        Map.of("by", by.atOffset(ZoneOffset.UTC)))
                .stream()
                .findFirst();
    }

    List<PolicyVersion> all() {
        return read("order by version desc");
    }

    private List<PolicyVersion> read(String order) {
        return read(order, Map.of());
    }

    private List<PolicyVersion> read(String whichInOrder, Map<String, ?> parameters) {
        return jdbc.sql("select p.*, c.rules, c.reading, c.allowed_capabilities, c.risks"
                        + " from policy_version p join criteria c on c.id = p.criteria_id " + whichInOrder)
                .params(parameters)
                .query((row, _) -> version(row))
                .list();
    }

    private PolicyVersion version(ResultSet row) throws SQLException {
        int version = row.getInt("version");
        return new PolicyVersion(
                new Policy(version, CriteriaRows.read(row), overrides(version)),
                row.getInt("rules"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("note"));
    }

    private List<PolicyOverride> overrides(int version) {
        return jdbc.sql("select o.*, c.reading, c.allowed_capabilities, c.risks"
                        + " from policy_override o join criteria c on c.id = o.criteria_id"
                        + " where o.policy_version = :version order by o.position")
                .param("version", version)
                .query((row, _) -> {
                    Criteria criteria = CriteriaRows.read(row);
                    return new PolicyOverride(
                            row.getString("cluster_pattern"),
                            row.getString("namespace_pattern"),
                            criteria.reading(),
                            criteria.allowed());
                })
                .list();
    }

    void insert(PolicyVersion made, Map<Criteria, Integer> keys) {
        Policy policy = made.policy();
        jdbc.sql("""
                        insert into policy_version (version, criteria_id, created_at, made_by, note)
                        values (:version, :criteria, :at, :by, :note)
                        """)
                .param("version", policy.version())
                .param("criteria", keys.get(policy.fleet()))
                .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
                .param("by", made.madeBy())
                .param("note", made.note())
                .update();
        int position = 0;
        for (PolicyOverride override : policy.overrides()) {
            jdbc.sql("""
                            insert into policy_override
                                (policy_version, position, cluster_pattern, namespace_pattern, criteria_id)
                            values (:version, :position, :clusters, :namespaces, :criteria)
                            """)
                    .param("version", policy.version())
                    .param("position", ++position)
                    .param("clusters", override.clusters())
                    .param("namespaces", override.namespaces())
                    .param("criteria", keys.get(policy.criteria(override)))
                    .update();
        }
    }
}
