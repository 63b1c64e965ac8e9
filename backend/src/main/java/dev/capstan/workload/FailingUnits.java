package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.evaluation.Criteria;
import dev.capstan.fleet.ClusterId;
import dev.capstan.workload.FailingUnit.Running;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the containers that fail now, with what they run. What AKS runs is not among them. */
@Component
public class FailingUnits {

    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {};

    // What is excepted is a finding all the same.
    private static final String FAILING = """
            (select cluster_id, workload_id, control, kind, name from finding
             where seen_until = 'infinity' and not platform)""";

    private static final String STAGED = """
            (select cluster_id, workload_id, control, kind, name from unit_staging
             where cluster_id = any(:clusters) and outcome = 'FAIL' and class <> 'PLATFORM')""";

    private static final String UNITS = """
            select f.cluster_id, c.name as cluster_name,
                (select coalesce(jsonb_object_agg(lower(t.key), t.value), '{}') from jsonb_each_text(c.tags) t) as tags,
                f.workload_id, w.namespace, w.kind as workload_kind, w.name as workload_name, f.control, f.kind, f.name,
                k.image, p.runtime, p.windows, p.privileged, p.added, p.dropped, p.run_as_user, p.run_as_non_root,
                p.allow_privilege_escalation, p.host_users, r.reading, r.allowed_capabilities, r.risks
            from %s f
            join cluster c on c.id = f.cluster_id and c.gone_at is null
            join workload w on w.cluster_id = f.cluster_id and w.id = f.workload_id
            join criteria r on r.id = w.criteria_id
            join workload_container k on k.cluster_id = f.cluster_id and k.workload_id = f.workload_id
              and k.kind = f.kind and k.name = f.name and k.seen_until is null
            join capability_profile p on p.id = k.profile_id
            where (cardinality(:controls) = 0 or f.control = any(:controls))
              and (cardinality(:clusters) = 0 or f.cluster_id = any(:clusters))
              and (cast(:tagName as text) is null or exists (
                select from jsonb_each_text(c.tags) t where lower(t.key) = :tagName and t.value = :tagValue))
              and (cardinality(:namespaces) = 0 or w.namespace = any(:namespaces))
              and (cardinality(:kinds) = 0 or w.kind = any(:kinds))
              and (cardinality(:workloads) = 0 or w.name = any(:workloads))
              and (cardinality(:containers) = 0 or f.name = any(:containers))
            order by f.cluster_id, f.workload_id, f.control, f.kind, f.name, k.image
            """;

    private final JdbcClient jdbc;

    FailingUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where to look; what is empty or null narrows nothing.
     *
     * @param tagName a tag's name in lower case
     */
    public record Where(
            Set<Control> controls,
            Set<ClusterId> clusters,
            @Nullable String tagName,
            @Nullable String tagValue,
            Set<String> namespaces,
            Set<String> kinds,
            Set<String> workloads,
            Set<String> containers) {}

    private record Key(long cluster, long workload, String control, String kind, String name) {}

    /** Those that fail now, excepted or not, in the order of clusters, workloads, controls and containers. */
    public List<FailingUnit> find(Where where) {
        return read(FAILING, where);
    }

    /** Those that were staged to be concluded of. */
    public List<FailingUnit> staged(ClusterId cluster) {
        return read(STAGED, new Where(Set.of(), Set.of(cluster), null, null, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private List<FailingUnit> read(String source, Where where) {
        Map<Key, FailingUnit> units = new LinkedHashMap<>();
        jdbc.sql(UNITS.formatted(source))
                .param(
                        "controls",
                        texts(where.controls().stream().map(Control::name).toList()))
                .param(
                        "clusters",
                        where.clusters().stream().map(ClusterId::value).toArray(Long[]::new))
                .param("tagName", where.tagName())
                .param("tagValue", where.tagValue())
                .param("namespaces", texts(where.namespaces()))
                .param("kinds", texts(where.kinds()))
                .param("workloads", texts(where.workloads()))
                .param("containers", texts(where.containers()))
                .query(row -> {
                    units.merge(key(row), unit(row), FailingUnits::both);
                });
        return List.copyOf(units.values());
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getLong("cluster_id"),
                row.getLong("workload_id"),
                row.getString("control"),
                row.getString("kind"),
                row.getString("name"));
    }

    private static FailingUnit unit(ResultSet row) throws SQLException {
        Criteria criteria = CriteriaRows.read(row);
        return new FailingUnit(
                new ClusterId(row.getLong("cluster_id")),
                row.getString("cluster_name"),
                JsonMapper.shared().readValue(row.getString("tags"), TAGS),
                row.getLong("workload_id"),
                row.getString("namespace"),
                row.getString("workload_kind"),
                row.getString("workload_name"),
                Control.valueOf(row.getString("control")),
                row.getString("kind"),
                row.getString("name"),
                criteria,
                List.of(new Running(row.getString("image"), ProfileRow.settings(row))));
    }

    private static FailingUnit both(FailingUnit one, FailingUnit other) {
        List<Running> running = new ArrayList<>(one.running());
        running.addAll(other.running());
        return new FailingUnit(
                one.cluster(),
                one.clusterName(),
                one.clusterTags(),
                one.workload(),
                one.namespace(),
                one.workloadKind(),
                one.workloadName(),
                one.control(),
                one.kind(),
                one.container(),
                one.criteria(),
                running);
    }
}
