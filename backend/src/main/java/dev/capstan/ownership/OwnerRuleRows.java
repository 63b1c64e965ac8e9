package dev.capstan.ownership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the lists of rules, which nothing changes once they are written. */
@Component
class OwnerRuleRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};

    /** The stored form of a rule: what was written years ago stays readable whatever becomes of that. */
    private record Stored(String source, String key, String owner) {}

    private final JdbcClient jdbc;

    OwnerRuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list that holds; the program's own while there is no other. */
    OwnerRulesVersion newest() {
        return jdbc.sql("select * from owner_rules order by version desc limit 1")
                .query((row, _) -> version(row))
                .optional()
                .orElse(OwnerRulesVersion.USUAL);
    }

    /** Every list that was made, newest first. */
    List<OwnerRulesVersion> all() {
        return jdbc.sql("select * from owner_rules order by version desc")
                .query((row, _) -> version(row))
                .list();
    }

    void insert(OwnerRulesVersion made) {
        jdbc.sql("""
                        insert into owner_rules (version, rules, created_at, made_by, note)
                        values (:version, cast(:rules as jsonb), :at, :by, :note)
                        """)
                .param("version", made.version())
                .param(
                        "rules",
                        JSON.writeValueAsString(made.rules().rules().stream()
                                .map(rule -> new Stored(rule.source().name(), rule.key(), rule.owner()))
                                .toList()))
                .param("at", Objects.requireNonNull(made.madeAt()).atOffset(ZoneOffset.UTC))
                .param("by", made.madeBy())
                .param("note", made.note())
                .update();
    }

    private static OwnerRulesVersion version(ResultSet row) throws SQLException {
        List<Stored> stored = JSON.readValue(row.getString("rules"), STORED);
        return new OwnerRulesVersion(
                row.getInt("version"),
                new OwnerRules(stored.stream()
                        .map(rule -> new OwnerRule(OwnerSource.valueOf(rule.source()), rule.key(), rule.owner()))
                        .toList()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("note"));
    }
}
