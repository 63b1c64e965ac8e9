package dev.capstan.admission;

import dev.capstan.evaluation.admission.AdmissionVerdict;
import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was recorded of admission. */
@Component
class AdmissionReads {

    private static final String AS_OF = " seen_from <= :at and (seen_until is null or seen_until > :at)";

    private final JdbcClient jdbc;

    AdmissionReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // Everything is read as of the reading's own instant, so that one that is recorded meanwhile does not mix in.
    Optional<RecordedAdmission> at(ClusterId cluster, Instant instant) {
        return newestUntil(cluster, instant).flatMap(takenAt -> cluster(cluster, takenAt));
    }

    private Optional<OffsetDateTime> newestUntil(ClusterId cluster, Instant instant) {
        return jdbc.sql("select taken_at from admission_reading where cluster_id = :cluster and taken_at <= :at"
                        + " order by taken_at desc limit 1")
                .param("cluster", cluster.value())
                .param("at", orInfinity(instant))
                .query((row, _) -> row.getObject("taken_at", OffsetDateTime.class))
                .optional();
    }

    private static OffsetDateTime orInfinity(Instant instant) {
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }

    private Optional<RecordedAdmission> cluster(ClusterId cluster, OffsetDateTime takenAt) {
        return jdbc.sql("select verdict, strength, because, warnings from cluster_admission"
                        + " where cluster_id = :cluster and" + AS_OF)
                .param("cluster", cluster.value())
                .param("at", takenAt)
                .query((row, _) -> new RecordedAdmission(
                        takenAt.toInstant(),
                        new ClusterAdmission(
                                Storable.verdict(row), namespaces(cluster, takenAt), Storable.texts(row, "warnings"))))
                .optional();
    }

    private List<NamespaceAdmission> namespaces(ClusterId cluster, OffsetDateTime takenAt) {
        return jdbc.sql("""
                        select n.namespace, n.platform, p.* from namespace_admission n
                        join admission_profile p on p.id = n.profile_id
                        where n.cluster_id = :cluster and
                        """ + AS_OF + " order by n.namespace collate \"C\"")
                .param("cluster", cluster.value())
                .param("at", takenAt)
                .query((row, _) -> namespace(row))
                .list();
    }

    List<AdmissionRange> history(ClusterId cluster, String namespace) {
        return jdbc.sql("""
                        select n.namespace, n.platform, n.seen_from, n.seen_until, p.* from namespace_admission n
                        join admission_profile p on p.id = n.profile_id
                        where n.cluster_id = :cluster and n.namespace = :namespace
                        order by n.seen_from desc
                        """)
                .param("cluster", cluster.value())
                .param("namespace", namespace)
                .query((row, _) -> new AdmissionRange(
                        namespace(row), Storable.instant(row, "seen_from"), Storable.instantOrNull(row, "seen_until")))
                .list();
    }

    Map<ClusterId, AdmissionVerdict> verdicts() {
        Map<ClusterId, AdmissionVerdict> verdicts = new HashMap<>();
        jdbc.sql("select cluster_id, verdict, strength, because from cluster_admission where seen_until is null")
                .query(row -> {
                    verdicts.put(new ClusterId(row.getLong("cluster_id")), Storable.verdict(row));
                });
        return verdicts;
    }

    Map<ClusterId, AdmissionVerdict> verdictsAt(Instant instant) {
        Map<ClusterId, AdmissionVerdict> verdicts = new HashMap<>();
        jdbc.sql("select cluster_id, verdict, strength, because from cluster_admission where" + AS_OF)
                .param("at", instant.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    verdicts.put(new ClusterId(row.getLong("cluster_id")), Storable.verdict(row));
                });
        return verdicts;
    }

    private static NamespaceAdmission namespace(ResultSet row) throws SQLException {
        return new NamespaceAdmission(
                row.getString("namespace"),
                row.getBoolean("platform"),
                Storable.verdict(row),
                Content.protections(row.getString("protections")),
                Content.warnings(row.getString("warnings")));
    }
}
