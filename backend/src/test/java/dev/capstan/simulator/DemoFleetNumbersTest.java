package dev.capstan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.assessment.AsCollector;
import dev.capstan.assessment.Assessment;
import dev.capstan.benchmark.Control;
import dev.capstan.fleet.Cluster;
import dev.capstan.fleet.Clusters;
import dev.capstan.posture.Apart;
import dev.capstan.posture.AsOf;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.FleetPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Postures;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import dev.capstan.posture.WorkloadPosture;
import dev.capstan.simulator.FleetCensus.Unit;
import dev.capstan.testing.CapstanWithFleet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The numbers that the screens show of the whole demo fleet, against two counts that know nothing of how Capstan counts:
 * one over the recorded rows in plain SQL, one over the pods that the fleet really has.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoFleetNumbersTest {

    private static final Instant EPOCH = Instant.parse("2026-01-10T09:00:00Z");

    private final SimulatedFleet fleet = SimulatedFleet.demo(7, EPOCH);
    private CapstanWithFleet capstan;

    @BeforeAll
    void start() {
        capstan = CapstanWithFleet.start(fleet);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @ParameterizedTest(name = "on day {0}")
    @ValueSource(ints = {0, 61, 119})
    void theScreensShowWhatIsThere(int day) {
        Instant now = EPOCH.plus(Duration.ofDays(day));
        capstan.clock.set(now);
        capstan.discover();
        AsCollector.call(() -> capstan.bean(Clusters.class).all()).forEach(this::assess);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("v", "", "ROLE_VIEWER"));

        Postures postures = capstan.bean(Postures.class);
        FleetPosture shown = postures.fleet(Control.ADDED, AsOf.NOW);
        List<ClusterPosture> current = shown.clusters().stream()
                .filter(cluster -> cluster.freshness() == Freshness.CURRENT)
                .toList();
        List<WorkloadPosture> workloads = postures.workloads(
                Control.ADDED, WorkloadFilter.ALL.withRunBy(RunBy.CUSTOMER), AsOf.NOW, Pageable.unpaged());

        assertThat(current).hasSizeGreaterThanOrEqualTo(10);
        for (ClusterPosture cluster : current) {
            String counted = cluster.score().passing() + " pass, "
                    + cluster.score().failing() + " fail, " + cluster.score().notApplicable() + " not applicable";
            assertThat(counted)
                    .as(cluster.name())
                    .isEqualTo(inTheRows(cluster))
                    .isEqualTo(inTheFleet(cluster, now, false));
            Apart apart = cluster.apart();
            assertThat(apart.platformPassing() + " pass, " + apart.platformFailing() + " fail, ")
                    .as("what AKS runs in %s", cluster.name())
                    .isEqualTo(inTheFleet(cluster, now, true).replaceAll("\\d+ not applicable", ""));
            assertThat(workloads.stream()
                            .filter(workload -> workload.cluster().equals(cluster.id()))
                            .mapToLong(WorkloadPosture::failing)
                            .sum())
                    .as(cluster.name())
                    .isEqualTo(cluster.score().failing());
        }
        assertThat(shown.score().passing())
                .isEqualTo(current.stream().mapToLong(c -> c.score().passing()).sum());
        assertThat(shown.score().failing())
                .isEqualTo(current.stream().mapToLong(c -> c.score().failing()).sum());
    }

    private void assess(Cluster cluster) {
        AsCollector.call(() -> capstan.bean(Assessment.class).assess(cluster.id()));
    }

    private String inTheRows(ClusterPosture cluster) {
        return capstan.jdbc()
                .sql("""
                        select count(*) filter (where not windows and not fails) || ' pass, '
                            || count(*) filter (where fails) || ' fail, '
                            || count(*) filter (where windows and not fails) || ' not applicable'
                        from (select bool_and(p.windows) as windows,
                                bool_or(not p.windows and (p.privileged or cardinality(p.added) > 0)) as fails
                            from workload_container c join capability_profile p on p.id = c.profile_id
                            where c.cluster_id = :cluster and c.seen_until is null and c.origin in ('CUSTOMER', 'INJECTED')
                            group by c.workload_id, c.kind, c.name) container
                        """)
                .param("cluster", cluster.id().value())
                .query(String.class)
                .single();
    }

    private String inTheFleet(ClusterPosture cluster, Instant now, boolean byAks) {
        Map<List<Object>, List<Unit>> containers = FleetCensus.of(fleet, now).units().stream()
                .filter(unit -> unit.cluster().equals(cluster.name()) && unit.byAks() == byAks)
                .collect(Collectors.groupingBy(unit -> List.<Object>of(unit.workload(), unit.role(), unit.name())));
        return count(containers, "pass") + " pass, " + count(containers, "fail") + " fail, "
                + count(containers, "not applicable") + " not applicable";
    }

    private static long count(Map<List<Object>, List<Unit>> containers, String outcome) {
        return containers.values().stream()
                .map(variants -> worst(variants.stream()))
                .filter(outcome::equals)
                .count();
    }

    private static String worst(Stream<Unit> variants) {
        List<Unit> linux = variants.filter(unit -> !unit.windows()).toList();
        if (linux.isEmpty()) {
            return "not applicable";
        }
        return linux.stream().allMatch(unit -> unit.settings().addsNothing()) ? "pass" : "fail";
    }
}
