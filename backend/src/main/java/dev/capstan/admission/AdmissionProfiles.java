package dev.capstan.admission;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps each distinct content once, for all clusters. */
@Component
class AdmissionProfiles {

    private final JdbcTemplate jdbc;

    AdmissionProfiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is not kept yet and answers the key of each, by fingerprint. */
    Map<String, Long> keep(Map<String, Content> byFingerprint) {
        Map<String, Long> keys = keys(byFingerprint);
        if (keys.size() < byFingerprint.size()) {
            insert(byFingerprint, keys);
            keys = keys(byFingerprint);
        }
        return keys;
    }

    private Map<String, Long> keys(Map<String, Content> byFingerprint) {
        Map<String, Long> keys = new HashMap<>();
        jdbc.query(
                "select encode(fingerprint, 'hex') as fingerprint, id from admission_profile"
                        + " where fingerprint in (select decode(f, 'hex') from unnest(?::text[]) f)",
                row -> {
                    keys.put(row.getString("fingerprint"), row.getLong("id"));
                },
                (Object) byFingerprint.keySet().toArray(String[]::new));
        return keys;
    }

    // In one order everywhere, so that two collectors which insert the same never wait for each other in a circle.
    private void insert(Map<String, Content> byFingerprint, Map<String, Long> known) {
        List<Object[]> rows = byFingerprint.entrySet().stream()
                .filter(e -> !known.containsKey(e.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(e -> row(e.getKey(), e.getValue()))
                .toList();
        jdbc.batchUpdate("""
                insert into admission_profile (fingerprint, verdict, strength, because, protections, warnings)
                values (decode(?, 'hex'), ?, ?, ?, ?::jsonb, ?::jsonb) on conflict do nothing
                """, rows);
    }

    private static Object[] row(String fingerprint, Content content) {
        return new Object[] {
            fingerprint,
            content.verdict().outcome(),
            content.verdict().strength(),
            content.verdict().because(),
            content.protections(),
            content.warnings()
        };
    }
}
