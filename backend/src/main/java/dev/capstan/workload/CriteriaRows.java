package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each set of criteria once for every version of the rules that judge by it. */
@Component
class CriteriaRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    CriteriaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is not kept yet under the rules of this program, and answers the key of each. */
    Map<Criteria, Integer> keep(Collection<Criteria> all) {
        Map<Criteria, Integer> keys = new LinkedHashMap<>();
        all.forEach(criteria -> keys.put(criteria, keep(criteria)));
        return keys;
    }

    private int keep(Criteria criteria) {
        Map<String, Object> values = Map.of(
                "rules", Evaluation.RULES,
                "reading", criteria.reading().name(),
                "allowed", sorted(criteria),
                "risks", JSON.writeValueAsString(new TreeMap<>(criteria.risks())));
        jdbc.sql("""
                        insert into criteria (rules, reading, allowed_capabilities, risks)
                        values (:rules, :reading, :allowed, cast(:risks as jsonb)) on conflict do nothing
                        """).params(values).update();
        return jdbc.sql("""
                        select id from criteria where rules = :rules and reading = :reading
                          and allowed_capabilities = cast(:allowed as text[]) and risks = cast(:risks as jsonb)
                        """).params(values).query(Integer.class).single();
    }

    private static String[] sorted(Criteria criteria) {
        return criteria.allowed().stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    /** The criteria in a row's columns reading, allowed_capabilities and risks. */
    static Criteria read(ResultSet row) throws SQLException {
        return new Criteria(
                AddedReading.valueOf(row.getString("reading")),
                ProfileRow.texts(row, "allowed_capabilities").stream()
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet()),
                JSON.readValue(row.getString("risks"), new TypeReference<Map<Capability, Risk>>() {}));
    }
}
