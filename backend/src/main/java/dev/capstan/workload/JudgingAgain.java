package dev.capstan.workload;

import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges all that is known by a new policy, and says for every workload which criteria hold for it. */
@Component
class JudgingAgain {

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Conclusions conclusions;

    JudgingAgain(JdbcClient jdbc, Profiles profiles, Conclusions conclusions) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.conclusions = conclusions;
    }

    /** Answers how many settings are known. */
    int by(Policy policy, Map<Criteria, Integer> keys, Instant at) {
        Map<ContainerSettings, Long> known = new HashMap<>();
        jdbc.sql("select * from capability_profile").query(row -> {
            known.put(ProfileRow.settings(row), row.getLong("id"));
        });
        Profiles.inOrder(
                keys,
                (criteria, key) -> profiles.insertJudgements(
                        known.keySet().stream().collect(Collectors.toMap(s -> s, s -> Evaluation.judge(s, criteria))),
                        known,
                        key));
        assign(policy, keys);
        clusters().forEach(cluster -> conclusions.draw(cluster, at, policy.version(), Conclusions.Cause.POLICY));
        return known.size();
    }

    /** Those with something to conclude from. */
    private List<ClusterId> clusters() {
        return jdbc.sql("""
                        select c.id from cluster c
                        where c.gone_at is null and exists (select from snapshot s where s.cluster_id = c.id)
                        order by c.id
                        """).query((row, _) -> new ClusterId(row.getLong("id"))).list();
    }

    private record Place(long cluster, String clusterName, String namespace) {}

    private void assign(Policy policy, Map<Criteria, Integer> keys) {
        List<Place> places = jdbc.sql("""
                        select w.cluster_id, c.name, w.namespace from workload w join cluster c on c.id = w.cluster_id
                        group by w.cluster_id, c.name, w.namespace
                        """)
                .query((row, _) ->
                        new Place(row.getLong("cluster_id"), row.getString("name"), row.getString("namespace")))
                .list();
        List<Integer> criteria = new ArrayList<>();
        places.forEach(place -> criteria.add(
                Objects.requireNonNull(keys.get(policy.criteriaFor(place.clusterName(), place.namespace())))));
        jdbc.sql("""
                        update workload w set criteria_id = n.criteria_id
                        from unnest(:clusters, :namespaces, :criteria) n (cluster_id, namespace, criteria_id)
                        where w.cluster_id = n.cluster_id and w.namespace = n.namespace
                          and w.criteria_id <> n.criteria_id
                        """)
                .param("clusters", places.stream().map(Place::cluster).toArray(Long[]::new))
                .param("namespaces", places.stream().map(Place::namespace).toArray(String[]::new))
                .param("criteria", criteria.toArray(Integer[]::new))
                .update();
    }
}
