package dev.capstan.bench;

import dev.capstan.benchmark.Control;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.Postures;
import dev.capstan.posture.WorkloadFilter;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same answers as one would ask for them without what is kept for reading: every container with its verdict. */
final class RawRows {

    private static final String SCORE = """
            select count(*) filter (where outcome = 'PASS') + count(*) filter (where outcome = 'FAIL')
            from (
                select c.cluster_id, c.workload_id, c.kind, c.name, max(v.outcome) as outcome
                from workload_container c
                join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
                join verdict v on v.profile_id = c.profile_id and v.criteria_id = w.criteria_id and v.control = 'ADDED'
                where %s and c.origin in ('CUSTOMER', 'INJECTED')
                group by c.cluster_id, c.workload_id, c.kind, c.name
            ) u
            """;

    private static final String PAGE = """
            select c.cluster_id, w.namespace, w.kind, w.name, count(*),
                count(*) filter (where v.outcome = 'FAIL') as failing,
                max(array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], j.risk))
                    filter (where v.outcome = 'FAIL') as risk
            from workload_container c
            join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
            join judgement j on j.profile_id = c.profile_id and j.criteria_id = w.criteria_id
            join verdict v on v.profile_id = c.profile_id and v.criteria_id = w.criteria_id and v.control = 'ADDED'
            where %s and c.origin in ('CUSTOMER', 'INJECTED')
            group by c.cluster_id, w.namespace, w.kind, w.name
            order by risk desc nulls last, failing desc limit 50
            """;

    private RawRows() {}

    static void compare(ApplicationContext capstan, FleetSize size) {
        JdbcClient jdbc = capstan.getBean(JdbcClient.class);
        Postures postures = capstan.getBean(Postures.class);
        AsOf then = AsOf.at(size.now().minus(Duration.ofDays(Math.min(365, size.days() - 5))));
        String now = "c.seen_until is null";
        String past =
                "c.seen_from <= '%1$s' and (c.seen_until is null or c.seen_until > '%1$s')".formatted(then.instant());
        System.out.printf("%n%-46s %10s %10s %8s%n", "one person alone, ms", "raw rows", "Capstan", "ratio");
        row("the fleet's score", raw(jdbc, SCORE.formatted(now)), () -> postures.fleet(Control.ADDED, AsOf.NOW));
        row(
                "the fleet's score a year ago",
                raw(jdbc, SCORE.formatted(past)),
                () -> postures.fleet(Control.ADDED, then));
        row("the worst 50 workloads", raw(jdbc, PAGE.formatted(now)), () -> page(postures, AsOf.NOW));
        row("the worst 50 workloads a year ago", raw(jdbc, PAGE.formatted(past)), () -> page(postures, then));
    }

    private static Object page(Postures postures, AsOf asOf) {
        return postures.workloads(Control.ADDED, WorkloadFilter.SCORED, asOf, PageRequest.of(0, 50));
    }

    private static Supplier<Object> raw(JdbcClient jdbc, String sql) {
        return () -> jdbc.sql(sql).query().listOfRows();
    }

    private static void row(String what, Supplier<Object> raw, Supplier<Object> product) {
        double plain = fastest(raw);
        double ours = fastest(product);
        System.out.printf("%-46s %,10.0f %10.1f %,7.0fx%n", what, plain, ours, plain / ours);
    }

    private static double fastest(Supplier<Object> read) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begin = System.nanoTime();
            read.get();
            fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e6);
        }
        return fastest;
    }
}
