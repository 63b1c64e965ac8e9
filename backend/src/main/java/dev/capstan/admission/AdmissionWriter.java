package dev.capstan.admission;

import dev.capstan.evaluation.admission.ClusterAdmission;
import dev.capstan.evaluation.admission.NamespaceAdmission;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Moves a cluster's ranges to a new reading, inside the caller's transaction. */
@Component
class AdmissionWriter {

    private final JdbcClient jdbc;
    private final AdmissionProfiles profiles;

    AdmissionWriter(JdbcClient jdbc, AdmissionProfiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    Recording write(ClusterId cluster, Instant takenAt, ClusterAdmission admission) {
        lock(cluster);
        Optional<Instant> newest = newest(cluster);
        if (newest.filter(known -> !known.isBefore(takenAt)).isPresent()) {
            return new Recording.Outdated(newest.get());
        }
        Map<String, Content> contents = new LinkedHashMap<>();
        Map<String, Namespace> namespaces = new TreeMap<>();
        for (NamespaceAdmission namespace : admission.namespaces()) {
            Content content = Content.of(namespace);
            String fingerprint = content.fingerprint();
            contents.put(fingerprint, content);
            namespaces.put(Storable.text(namespace.namespace()), new Namespace(namespace.platform(), fingerprint));
        }
        Map<String, Long> keys = profiles.keep(contents);
        int closed = namespaces(CLOSE_NAMESPACES, cluster, takenAt, namespaces, keys);
        int opened = namespaces(OPEN_NAMESPACES, cluster, takenAt, namespaces, keys);
        cluster(CLOSE_CLUSTER, cluster, takenAt, admission);
        cluster(OPEN_CLUSTER, cluster, takenAt, admission);
        jdbc.sql("insert into admission_reading (cluster_id, taken_at) values (:cluster, :taken)")
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Recording.Written(opened, closed);
    }

    private record Namespace(boolean platform, String fingerprint) {}

    // Two readings of one cluster are written one after the other, in whichever process they were taken.
    private void lock(ClusterId cluster) {
        jdbc.sql("select id from cluster where id = :cluster for no key update")
                .param("cluster", cluster.value())
                .query(Long.class)
                .single();
    }

    private Optional<Instant> newest(ClusterId cluster) {
        return jdbc.sql("select taken_at from admission_reading where cluster_id = :cluster"
                        + " order by taken_at desc limit 1")
                .param("cluster", cluster.value())
                .query((row, _) ->
                        row.getObject("taken_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private int namespaces(
            String sql, ClusterId cluster, Instant takenAt, Map<String, Namespace> namespaces, Map<String, Long> keys) {
        List<Namespace> values = List.copyOf(namespaces.values());
        return jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .param("names", namespaces.keySet().toArray(String[]::new))
                .param("platforms", values.stream().map(Namespace::platform).toArray(Boolean[]::new))
                .param(
                        "profiles",
                        values.stream()
                                .map(namespace -> Objects.requireNonNull(keys.get(namespace.fingerprint())))
                                .toArray(Long[]::new))
                .update();
    }

    private void cluster(String sql, ClusterId cluster, Instant takenAt, ClusterAdmission admission) {
        Storable.Verdict verdict = Storable.Verdict.of(admission.verdict());
        StatementSpec statement = jdbc.sql(sql)
                .param("cluster", cluster.value())
                .param("taken", takenAt.atOffset(ZoneOffset.UTC))
                .param("verdict", verdict.outcome())
                .param("strength", verdict.strength())
                .param("because", verdict.because())
                .param("warnings", Storable.texts(admission.warnings()).toArray(String[]::new));
        statement.update();
    }

    private static final String FOUND = """
            unnest(cast(:names as text[]), cast(:platforms as boolean[]), cast(:profiles as bigint[]))
                as found (namespace, platform, profile_id)""";

    private static final String CLOSE_NAMESPACES = """
            update namespace_admission n set seen_until = :taken
            where n.cluster_id = :cluster and n.seen_until is null
              and not exists (
                select from %s
                where found.namespace = n.namespace and found.platform = n.platform
                  and found.profile_id = n.profile_id)
            """.formatted(FOUND);

    private static final String OPEN_NAMESPACES = """
            insert into namespace_admission (cluster_id, namespace, platform, profile_id, seen_from)
            select :cluster, found.namespace, found.platform, found.profile_id, cast(:taken as timestamptz)
            from %s
            where not exists (
                select from namespace_admission n
                where n.cluster_id = :cluster and n.namespace = found.namespace and n.seen_until is null)
            """.formatted(FOUND);

    private static final String CLOSE_CLUSTER = """
            update cluster_admission set seen_until = :taken
            where cluster_id = :cluster and seen_until is null
              and (verdict, strength, because, warnings) is distinct from
                (cast(:verdict as text), cast(:strength as text), cast(:because as text), cast(:warnings as text[]))
            """;

    private static final String OPEN_CLUSTER = """
            insert into cluster_admission (cluster_id, verdict, strength, because, warnings, seen_from)
            select :cluster, :verdict, cast(:strength as text), cast(:because as text), cast(:warnings as text[]),
                cast(:taken as timestamptz)
            where not exists (select from cluster_admission where cluster_id = :cluster and seen_until is null)
            """;
}
