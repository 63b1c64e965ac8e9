package dev.capstan.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.simulator.world.Cluster;
import dev.capstan.simulator.world.ContainerSpec.Role;
import dev.capstan.simulator.world.Pod;
import dev.capstan.simulator.world.SecuritySettings;
import dev.capstan.simulator.world.WorkloadKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoFleetTest {
    private static final Instant EPOCH = Instant.parse("2026-07-27T00:00:00Z");
    private static final SimulatedFleet FLEET = SimulatedFleet.demo(42, EPOCH);

    private static Instant day(int day) {
        return EPOCH.plus(Duration.ofDays(day)).plus(Duration.ofHours(14));
    }

    private static String everything(SimulatedFleet fleet, Instant t) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Cluster cluster : fleet.clusters()) {
            for (Pod pod : cluster.podsAt(t)) {
                new PodDocument(pod.shape()).write(pod, out);
            }
        }
        return out.toString(UTF_8);
    }

    @Test
    void theSameSeedGivesTheSameFleetInWhateverOrderOneLooks() throws IOException {
        SimulatedFleet other = SimulatedFleet.demo(42, EPOCH);
        String later = everything(other, day(300));
        assertThat(everything(other, day(7))).isEqualTo(everything(FLEET, day(7)));
        assertThat(everything(FLEET, day(300))).isEqualTo(later);
        assertThat(other.tenantId()).isEqualTo(FLEET.tenantId());
        assertThat(SimulatedFleet.demo(43, EPOCH).tenantId()).isNotEqualTo(FLEET.tenantId());
    }

    @Test
    void itIsAFleetOfSomeSize() {
        assertThat(FLEET.subscriptions()).filteredOn(s -> s.enabled()).hasSize(3);
        assertThat(FLEET.subscriptions()).filteredOn(s -> !s.enabled()).hasSize(1);
        assertThat(FLEET.clusters()).hasSizeGreaterThanOrEqualTo(14);
        for (int day : List.of(0, 60, 120, 400)) {
            FleetCensus census = FleetCensus.of(FLEET, day(day));
            assertThat(census.pods()).isBetween(2_500, 3_100);
            assertThat(census.workloads()).hasSizeGreaterThan(250);
        }
    }

    @Test
    void versionsGoFromOldToNew() {
        Set<String> minors = FLEET.clusters().stream()
                .map(cluster -> cluster.versionAt(day(120)))
                .map(version -> version.substring(0, version.lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(minors).contains("1.24", "1.30", "1.34");
    }

    /** Each row of the truth table as somebody in the fleet has written it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "caps={}",
                "add=[]",
                "drop=ALL",
                "drop=all",
                "drop=ALL add=NET_BIND_SERVICE",
                "drop=ALL add=NET_BIND_SERVICE,NET_BIND_SERVICE",
                "drop=ALL add=CHOWN",
                "add=CHOWN",
                "add=NET_RAW",
                "add=SYS_ADMIN",
                "add=sys_admin",
                "drop=ALL add=NET_ADMIN",
                "add=ALL",
                "add=all",
                "add=ALL drop=ALL",
                "add=CAP_SYS_ADMIN",
                "add=FOO",
                "add=*",
                "drop=*",
                "drop=CAP_NET_RAW",
                "drop=NET_RAW",
                "drop=AUDIT_WRITE,CHOWN,DAC_OVERRIDE,FOWNER,FSETID,KILL,MKNOD,NET_BIND_SERVICE,NET_RAW,SETFCAP,SETGID,"
                        + "SETPCAP,SETUID,SYS_CHROOT",
                "add=SYS_PTRACE drop=SYS_PTRACE",
                "privileged",
                "privileged drop=ALL",
                "drop=ALL add=SYS_TIME"
            })
    void everyRowOfTheTruthTableIsThereAtTheEnd(String words) {
        SecuritySettings wanted = SecuritySettings.parse(words.isEmpty() ? List.of() : Arrays.asList(words.split(" ")));
        assertThat(FleetCensus.of(FLEET, day(120)).units())
                .filteredOn(unit -> !unit.windows())
                .extracting(unit -> essence(unit.settings()))
                .contains(essence(wanted));
    }

    /** Capabilities and privilege alone; whether a context was written at all shows where there is neither. */
    private static String essence(SecuritySettings settings) {
        return settings.fields() == null
                ? "unset"
                : settings.fields().isEmpty()
                        ? "empty"
                        : settings.fields().get("capabilities") + " "
                                + Boolean.TRUE.equals(settings.fields().get("privileged"));
    }

    @Test
    void allKindsOfContainersAndWorkloadsAreThere() {
        assertThat(FleetCensus.of(FLEET, day(30)).units())
                .extracting(FleetCensus.Unit::role)
                .contains(Role.INIT, Role.SIDECAR, Role.APP);
        assertThat(anyDay(census -> census.units().stream().anyMatch(unit -> unit.role() == Role.EPHEMERAL)))
                .hasSizeGreaterThan(20);
        assertThat(FleetCensus.of(FLEET, day(120)).units()).anyMatch(FleetCensus.Unit::windows);
        for (WorkloadKind kind : WorkloadKind.values()) {
            assertThat(FleetCensus.of(FLEET, day(90)).workloads())
                    .as(kind.kind())
                    .anyMatch(workload -> workload.contains("/" + kind.kind() + "/"));
        }
    }

    @Test
    void complianceGrowsFromBelowSixtyToAlmostEightyPercentWithSetBacks() {
        assertThat(FleetCensus.of(FLEET, day(0)).strict()).isBetween(54.0, 60.0);
        assertThat(FleetCensus.of(FLEET, day(119)).strict()).isBetween(75.0, 80.0);
        assertThat(FleetCensus.of(FLEET, day(55)).strict())
                .isLessThan(FleetCensus.of(FLEET, day(49)).strict() - 1);
        assertThat(FleetCensus.of(FLEET, day(86)).strict())
                .isLessThan(FleetCensus.of(FLEET, day(82)).strict() - 1);
    }

    @Test
    void aboutOnePercentOfTheContainersChangePerDayWhenNothingSpecialHappens() {
        FleetCensus before = FleetCensus.of(FLEET, day(114));
        FleetCensus after = FleetCensus.of(FLEET, day(119));
        assertThat(after.newSince(before) / 5.0 / after.units().size()).isBetween(0.004, 0.02);
    }

    @Test
    void rolloutsShowTwoReplicaSetsOfOneDeploymentAtTimes() {
        assertThat(anyDay(census -> census.units().stream()
                        .filter(unit -> unit.role() == Role.APP)
                        .collect(Collectors.groupingBy(
                                unit -> unit.cluster() + unit.workload() + unit.name(), Collectors.counting()))
                        .containsValue(2L)))
                .hasSizeGreaterThan(40);
    }

    @Test
    void changesComeAtAllHours() {
        Set<Integer> hours = new TreeSet<>();
        FLEET.clusters()
                .forEach(cluster -> cluster.workloads().forEach(workload -> {
                    Instant from = workload.history().at(day(119)).from();
                    hours.add(from.atZone(ZoneOffset.UTC).getHour());
                }));
        assertThat(hours).hasSizeGreaterThan(18);
    }

    @Test
    void someClustersCannotBeReadAndOneIsNew() {
        assertThat(cluster("hbm-demo-uks-01").life().stoppedAt(day(94))).isFalse();
        assertThat(cluster("hbm-demo-uks-01").life().stoppedAt(day(95))).isTrue();
        assertThat(cluster("hbm-sec-weu-01").life().localAccounts()).isFalse();
        assertThat(cluster("hbm-prod-edge-rtm").life().reachableAt(day(111))).isTrue();
        assertThat(cluster("hbm-prod-edge-rtm").life().reachableAt(day(112))).isFalse();
        assertThat(cluster("hbm-perf-weu-01").life().forbiddenAt(day(99))).isFalse();
        assertThat(cluster("hbm-perf-weu-01").life().forbiddenAt(day(100))).isTrue();
        assertThat(cluster("hbm-prod-cus-01").life().span().contains(day(59))).isFalse();
        assertThat(cluster("hbm-prod-cus-01").podsAt(day(60))).isNotEmpty();
    }

    @Test
    void podsAreAsBigAsModestRealOnes() throws IOException {
        int pods = FleetCensus.of(FLEET, day(10)).pods();
        assertThat(everything(FLEET, day(10)).length() / pods).isBetween(2_500, 4_200);
    }

    private static Cluster cluster(String name) {
        return FLEET.cluster(name).orElseThrow();
    }

    private static List<Integer> anyDay(Predicate<FleetCensus> holds) {
        return IntStream.range(0, 120)
                .filter(day -> holds.test(FleetCensus.of(FLEET, day(day))))
                .boxed()
                .toList();
    }
}
