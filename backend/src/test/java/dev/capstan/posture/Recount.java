package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.collection.Origin;
import dev.capstan.fleet.ClusterId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what runs straight from the recorded rows, without the views and without haste, to check the reads by. */
final class Recount {

    private static final String UNITS = """
            select c.cluster_id, c.workload_id, c.kind, c.name,
                (select case when 'FAIL' = any(array_agg(v.outcome)) then 'FAIL'
                        when 'NOT_ASSESSED' = any(array_agg(v.outcome)) then 'NOT_ASSESSED'
                        when 'PASS' = any(array_agg(v.outcome)) then 'PASS' else 'NOT_APPLICABLE' end
                 from workload_container variant, verdict v
                 where variant.cluster_id = c.cluster_id and variant.workload_id = c.workload_id
                   and variant.kind = c.kind and variant.name = c.name and variant.seen_until is null
                   and v.profile_id = variant.profile_id and v.control = :control
                   and v.criteria_id = (select criteria_id from workload w
                       where w.cluster_id = c.cluster_id and w.id = c.workload_id)) as outcome
            from (select distinct cluster_id, workload_id, kind, name from workload_container
                  where seen_until is null and origin = any(:origins)) c
            """;

    private static final String[] CUSTOMER = origins(false);
    private static final String[] PLATFORM = origins(true);

    private Recount() {}

    private static String[] origins(boolean platform) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.isPlatform() == platform)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    static Score score(JdbcClient jdbc, ClusterId cluster, Control control) {
        return score(jdbc, cluster, control, CUSTOMER);
    }

    static Apart apart(JdbcClient jdbc, ClusterId cluster, Control control) {
        Score platform = score(jdbc, cluster, control, PLATFORM);
        Score injected = score(jdbc, cluster, control, new String[] {"INJECTED"});
        return new Apart(platform.passing(), platform.failing(), injected.passing(), injected.failing());
    }

    private static Score score(JdbcClient jdbc, ClusterId cluster, Control control, String[] origins) {
        List<Map<String, Object>> counts = jdbc.sql("select outcome, count(*) as n from (" + UNITS
                        + ") u where cluster_id = :cluster group by outcome")
                .param("cluster", cluster.value())
                .param("control", control.name())
                .param("origins", origins)
                .query()
                .listOfRows();
        return new Score(
                of(counts, "PASS"), of(counts, "FAIL"), of(counts, "NOT_ASSESSED"), of(counts, "NOT_APPLICABLE"));
    }

    private static long of(List<Map<String, Object>> counts, String outcome) {
        return counts.stream()
                .filter(row -> row.get("outcome").equals(outcome))
                .mapToLong(row -> (Long) row.get("n"))
                .sum();
    }

    /** A workload's containers and how many of them fail. */
    record Counted(long containers, long failing) {}

    static Counted workload(JdbcClient jdbc, ClusterId cluster, long workload, Control control) {
        return jdbc.sql("select count(*) as containers, count(*) filter (where outcome = 'FAIL') as failing from ("
                        + UNITS + ") u where cluster_id = :cluster and workload_id = :workload")
                .param("cluster", cluster.value())
                .param("workload", workload)
                .param("control", control.name())
                .param("origins", CUSTOMER)
                .query(Counted.class)
                .single();
    }
}
