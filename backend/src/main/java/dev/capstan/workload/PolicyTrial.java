package dev.capstan.workload;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges what runs now by a policy that does not hold yet, and writes nothing. */
@Component
class PolicyTrial {

    // The few verdicts that would change come first, then the containers that they fall on. A container fails when any
    // of its running variants does, and is nobody's finding when AKS runs all of them.
    private static final String CHANGES = """
            with place as materialized (
                select * from unnest(:clusters, :namespaces, :places) p (cluster_id, namespace, criteria)
            ),
            judged as materialized (
                select * from unnest(:criteria, :profiles, :fails) j (criteria, profile_id, fails)
            ),
            changed as materialized (
                select distinct v.profile_id from verdict v join judged j on j.profile_id = v.profile_id
                where v.control = 'ADDED' and v.criteria_id = any(:holding) and (v.outcome = 'FAIL') <> j.fails
            ),
            unit as (
                select bool_or(v.outcome = 'FAIL') as now, bool_or(j.fails) as soon
                from current_container k
                join workload w on w.cluster_id = k.cluster_id and w.id = k.workload_id
                join place p on p.cluster_id = w.cluster_id and p.namespace = w.namespace
                join verdict v on v.criteria_id = w.criteria_id and v.control = 'ADDED' and v.profile_id = k.profile_id
                join judged j on j.criteria = p.criteria and j.profile_id = k.profile_id
                where (k.cluster_id, k.workload_id, k.kind, k.name) in (
                    select c.cluster_id, c.workload_id, c.kind, c.name
                    from current_container c join changed using (profile_id))
                group by k.cluster_id, k.workload_id, k.kind, k.name
                having bool_or(k.origin in ('CUSTOMER', 'INJECTED'))
            )
            select count(*) filter (where soon and not now) as failing,
                   count(*) filter (where now and not soon) as passing
            from unit
            """;

    private final JdbcClient jdbc;

    PolicyTrial(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(long cluster, String clusterName, String namespace, int holding) {}

    PolicyPreview of(Policy policy) {
        List<Place> places = places();
        long[] changes = changes(policy, places);
        return new PolicyPreview(reaches(policy.overrides(), places), changes[0], changes[1]);
    }

    private List<Place> places() {
        return jdbc.sql("""
                        select w.cluster_id, c.name, w.namespace, min(w.criteria_id) as criteria_id
                        from workload w join cluster c on c.id = w.cluster_id
                        where c.gone_at is null and exists (
                            select from current_container k where k.cluster_id = w.cluster_id and k.workload_id = w.id)
                        group by w.cluster_id, c.name, w.namespace
                        """)
                .query((row, _) -> new Place(
                        row.getLong("cluster_id"),
                        row.getString("name"),
                        row.getString("namespace"),
                        row.getInt("criteria_id")))
                .list();
    }

    private static List<PolicyPreview.Reach> reaches(List<PolicyOverride> overrides, List<Place> places) {
        List<PolicyPreview.Reach> reaches = new ArrayList<>();
        List<Place> left = places;
        for (PolicyOverride override : overrides) {
            Map<Boolean, List<Place>> held = left.stream().collect(Collectors.partitioningBy(matching(override)));
            List<Place> holding = held.getOrDefault(true, List.of());
            reaches.add(new PolicyPreview.Reach(
                    holding.stream().map(Place::cluster).distinct().count(),
                    holding.size(),
                    places.stream().filter(matching(override)).count() - holding.size()));
            left = held.getOrDefault(false, List.of());
        }
        return reaches;
    }

    private static Predicate<Place> matching(PolicyOverride override) {
        return place -> override.matches(place.clusterName(), place.namespace());
    }

    private long[] changes(Policy policy, List<Place> places) {
        List<Criteria> all = List.copyOf(policy.criteria());
        Map<Long, ContainerSettings> known = new HashMap<>();
        jdbc.sql("select * from capability_profile").query(row -> {
            known.put(row.getLong("id"), ProfileRow.settings(row));
        });
        List<Integer> criteria = new ArrayList<>();
        List<Long> profiles = new ArrayList<>();
        List<Boolean> fails = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Map.Entry<Long, ContainerSettings> profile : known.entrySet()) {
                criteria.add(i);
                profiles.add(profile.getKey());
                fails.add(fails(profile.getValue(), all.get(i)));
            }
        }
        return jdbc.sql(CHANGES)
                .param("clusters", places.stream().map(Place::cluster).toArray(Long[]::new))
                .param("namespaces", places.stream().map(Place::namespace).toArray(String[]::new))
                .param(
                        "places",
                        places.stream()
                                .map(place -> all.indexOf(policy.criteriaFor(place.clusterName(), place.namespace())))
                                .toArray(Integer[]::new))
                .param("criteria", criteria.toArray(Integer[]::new))
                .param("profiles", profiles.toArray(Long[]::new))
                .param("fails", fails.toArray(Boolean[]::new))
                .param("holding", places.stream().map(Place::holding).distinct().toArray(Integer[]::new))
                .query((row, _) -> new long[] {row.getLong("failing"), row.getLong("passing")})
                .single();
    }

    private static boolean fails(ContainerSettings settings, Criteria criteria) {
        return Evaluation.judge(settings, criteria).verdicts().get(Control.ADDED) instanceof Verdict.Fail;
    }
}
