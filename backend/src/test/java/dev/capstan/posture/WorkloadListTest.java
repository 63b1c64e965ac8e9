package dev.capstan.posture;

import static dev.capstan.posture.Fleet.NOON;
import static dev.capstan.posture.StoredCluster.Running.app;
import static dev.capstan.posture.StoredCluster.Running.init;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.Origin;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

class WorkloadListTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Fleet fleet = new Fleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aWorkloadTellsWhatFailsInItSinceWhenAndHowBadly() {
        StoredCluster cluster = fleet.cluster("eu-1")
                .runs(
                        "shop",
                        "DaemonSet",
                        "agent",
                        7,
                        app("agent", "add [net_admin CHOWN FOO]").since(NOON.minus(DAY.multipliedBy(3))),
                        app("proxy", "drop [ALL] add [SYS_TIME]").since(NOON.minus(DAY.multipliedBy(5))),
                        init("setup", "drop [ALL]").since(NOON.minus(DAY.multipliedBy(8))))
                .readAgo(Duration.ofHours(30));

        assertThat(all(Control.ADDED)).singleElement().satisfies(w -> {
            assertThat(w.cluster()).isEqualTo(cluster.id());
            assertThat(w.clusterName()).isEqualTo("eu-1");
            assertThat(w.freshness()).isEqualTo(Freshness.STALE);
            assertThat(List.of(w.namespace(), w.kind(), w.name())).containsExactly("shop", "DaemonSet", "agent");
            assertThat(w.pods()).isEqualTo(7);
            assertThat(w.containers()).isEqualTo(3);
            assertThat(w.failing()).isEqualTo(2);
            assertThat(w.askedFor()).containsExactlyInAnyOrder("CHOWN", "FOO", "NET_ADMIN", "SYS_TIME");
            assertThat(w.risk()).isEqualTo(Risk.HIGH);
            assertThat(w.failingSince()).isEqualTo(NOON.minus(DAY.multipliedBy(5)));
        });
    }

    @Test
    void whereNothingFailsThereIsNeitherRiskNorDate() {
        fleet.cluster("eu-1").runs("api", app("api", "nothing")).readAgo(DAY);

        assertThat(all(Control.ADDED)).singleElement().satisfies(w -> {
            assertThat(w.failing()).isZero();
            assertThat(w.risk()).isNull();
            assertThat(w.failingSince()).isNull();
            assertThat(w.askedFor()).isEmpty();
        });
        assertThat(all(Control.ASSIGNED))
                .singleElement()
                .satisfies(w -> assertThat(w.risk()).isEqualTo(Risk.LOW));
    }

    @Test
    void aContainerCountsOnceAndFailsWhenAnyVariantOfARolloutFails() {
        fleet.cluster("eu-1")
                .runs(
                        "api",
                        app("api", "drop [ALL]").image("api:1"),
                        app("api", "privileged").image("api:2"))
                .runs(
                        "web",
                        app("web", "drop [ALL]").image("web:1"),
                        app("web", "drop [ALL]").image("web:2"));

        assertThat(all(Control.ADDED))
                .extracting(w -> w.containers() + " " + w.failing())
                .containsExactly("1 1", "1 0");
    }

    @Test
    void whatNoLongerRunsIsNotListed() {
        fleet.cluster("eu-1")
                .runs("old", app("old", "privileged").until(NOON.minus(DAY)))
                .runs("api", app("api", "drop [ALL]"), app("was", "privileged").until(NOON.minus(DAY)));
        fleet.cluster("gone").runs("api", app("api", "privileged")).gone(NOON.minus(DAY));

        assertThat(all(Control.ADDED)).singleElement().satisfies(w -> {
            assertThat(w.name()).isEqualTo("api");
            assertThat(w.containers()).isEqualTo(1);
            assertThat(w.failing()).isZero();
            assertThat(w.askedFor()).isEmpty();
        });
        assertThat(fleet.read().countWorkloads(Control.ADDED, WorkloadFilter.ALL, AsOf.NOW))
                .isOne();
        assertThat(fleet.read().askedFor(null, AsOf.NOW, 10)).isEmpty();
    }

    @Test
    void theWorstComeFirstUnlessSortedOtherwise() {
        fleet.cluster("b").runs("low", app("a", "add [CHOWN]")).runs("none", app("a", "drop [ALL]"));
        fleet.cluster("a")
                .runs("worst", app("a", "privileged"))
                .runs("more", app("a", "privileged"), app("b", "privileged"))
                .runs("high", app("a", "add [NET_RAW]"));

        assertThat(all(Control.ADDED))
                .extracting(WorkloadPosture::name)
                .containsExactly("more", "worst", "high", "low", "none");
        assertThat(names(WorkloadFilter.ALL, Sort.by("risk"))).containsExactly("low", "high", "more", "worst", "none");
    }

    @Test
    void filtersNarrowTheListAndTheCountAlike() {
        StoredCluster one = fleet.cluster("one")
                .runs("cart", app("a", "add [NET_RAW]"))
                .runs("payments", "Deployment", "pay", 1, app("a", "privileged"));
        StoredCluster two = fleet.cluster("two")
                .runs("cart", app("a", "add [all]"), app("b", "add [NET_RAW]"))
                .runs("mart", app("a", "drop [ALL]"));

        assertFound(WorkloadFilter.ALL.withText("ART"), 3);
        assertFound(WorkloadFilter.ALL.withCluster(one.id()), 2);
        assertFound(WorkloadFilter.ALL.withNamespace("payments"), 1);
        assertFound(WorkloadFilter.ALL.withCapability("NET_RAW"), 2);
        assertFound(WorkloadFilter.ALL.withCapability("ALL"), 1);
        assertFound(WorkloadFilter.ALL.withCapability("privileged"), 1);
        assertFound(WorkloadFilter.ALL.withRisk(Risk.HIGH), 1);
        assertFound(WorkloadFilter.ALL.withFailingOnly(true), 3);
        assertFound(
                WorkloadFilter.ALL
                        .withText("cart")
                        .withCluster(two.id())
                        .withNamespace("shop")
                        .withCapability("NET_RAW")
                        .withRisk(Risk.CRITICAL)
                        .withFailingOnly(true),
                1);
        assertThat(fleet.read().namespaces(null, AsOf.NOW)).containsExactly("payments", "shop");
        assertThat(fleet.read().namespaces(two.id(), AsOf.NOW)).containsExactly("shop");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"%, a%b", "_, a_b", "\\, a\\b", "', a'b", "' or true --, none"})
    void theTextIsTakenLiterally(String text, String found) {
        StoredCluster cluster = fleet.cluster("one");
        for (String name : List.of("a%b", "a_b", "a\\b", "a'b", "axb")) {
            cluster.runs(name, app("a", "nothing"));
        }

        assertThat(names(WorkloadFilter.ALL.withText(text), Sort.unsorted()))
                .isEqualTo(found.equals("none") ? List.of() : List.of(found));
    }

    @Test
    void whatNoDatabaseCanHoldIsFoundNowhere() {
        fleet.cluster("one").runs("cart", app("a", "add [NET_RAW]"));

        assertFound(WorkloadFilter.ALL.withText("ca\0rt"), 0);
        assertFound(WorkloadFilter.ALL.withNamespace("shop\0"), 0);
        assertFound(WorkloadFilter.ALL.withCapability("NET_RAW\0"), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clusterName",
                "namespace",
                "name",
                "kind",
                "containers",
                "failing",
                "risk",
                "failingSince",
                "pods"
            })
    void everySortKeyWorksBothWaysAndPagesNeitherOverlapNorLeaveGaps(String key) {
        StoredCluster[] clusters = {
            fleet.cluster("same"), fleet.cluster("same", "S", "rg", "we", "1"), fleet.cluster("x")
        };
        List<String> settings = List.of("nothing", "add [CHOWN]", "add [NET_RAW]", "privileged");
        for (int i = 0; i < 30; i++) {
            clusters[i % 3].runs(
                    "ns" + i % 2,
                    i % 5 == 0 ? "Job" : "Deployment",
                    "w" + i / 6,
                    i % 4,
                    app("a", settings.get(i % 4)).since(NOON.minus(DAY.multipliedBy(i % 7 + 1L))),
                    app("b", settings.get(i % 3)));
        }
        for (Sort sort : List.of(Sort.by(key), Sort.by(key).descending(), Sort.unsorted())) {
            List<Long> all = ids(Pageable.unpaged(sort));

            assertThat(all).hasSize(30).doesNotHaveDuplicates();
            assertThat(ids(PageRequest.of(0, 11, sort))).isEqualTo(all.subList(0, 11));
            assertThat(ids(PageRequest.of(1, 11, sort))).isEqualTo(all.subList(11, 22));
            assertThat(ids(PageRequest.of(2, 11, sort))).isEqualTo(all.subList(22, 30));
        }
    }

    @Test
    void sortedByWhatIsFailingSinceTheOldestComesFirstAndWhatPassesLast() {
        fleet.cluster("one")
                .runs("new", app("a", "privileged").since(NOON.minus(DAY)))
                .runs("old", app("a", "privileged").since(NOON.minus(DAY.multipliedBy(50))))
                .runs("fine", app("a", "drop [ALL]"));

        assertThat(names(WorkloadFilter.ALL, Sort.by("failingSince"))).containsExactly("old", "new", "fine");
        assertThat(names(WorkloadFilter.ALL, Sort.by("failingSince").descending()))
                .containsExactly("new", "old", "fine");
    }

    @Test
    void whatAksRunsHasAListOfItsOwnAndAMixedWorkloadIsInBothWithItsOwnContainers() {
        fleet.cluster("one")
                .runs(
                        "ours",
                        app("a", "privileged"),
                        app("mesh", "add [NET_ADMIN]").of(Origin.INJECTED))
                .runs("theirs", app("a", "privileged").of(Origin.PLATFORM))
                .runs("likely", app("a", "drop [ALL]").of(Origin.ASSUMED_UNLABELLED))
                .runs("mixed", app("a", "privileged"), app("b", "privileged").of(Origin.ASSUMED_OTHER_IMAGE));

        assertThat(by(RunBy.CUSTOMER))
                .extracting(w -> w.name() + " " + w.failing() + " of " + w.containers())
                .containsExactly("ours 2 of 2", "mixed 1 of 1");
        assertThat(by(RunBy.PLATFORM))
                .extracting(w -> w.name() + " " + w.failing() + " of " + w.containers())
                .containsExactly("mixed 1 of 1", "theirs 1 of 1", "likely 0 of 1");
        assertThat(by(null)).hasSize(5).filteredOn(WorkloadPosture::platform).hasSize(3);
        assertThat(fleet.read().countWorkloads(Control.ADDED, only(RunBy.PLATFORM), AsOf.NOW))
                .isEqualTo(3);
    }

    private List<WorkloadPosture> by(@Nullable RunBy runBy) {
        return fleet.read().workloads(Control.ADDED, only(runBy), AsOf.NOW, Pageable.unpaged());
    }

    private static WorkloadFilter only(@Nullable RunBy runBy) {
        return WorkloadFilter.ALL.withRunBy(runBy);
    }

    @Test
    void anUnknownSortKeyIsRefused() {
        assertThatThrownBy(() -> names(WorkloadFilter.ALL, Sort.by("pods desc, (select 1)")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNewestPolicyJudgesTheList() {
        fleet.cluster("one").runs("api", app("a", "add [NET_BIND_SERVICE]")).readAgo(DAY);
        assertThat(all(Control.ADDED)).extracting(WorkloadPosture::failing).containsExactly(1);

        fleet.allow(Capability.NET_BIND_SERVICE);

        assertThat(all(Control.ADDED)).extracting(WorkloadPosture::failing).containsExactly(0);
        assertThat(fleet.read().askedFor(null, AsOf.NOW, 5)).hasSize(1);
    }

    @Test
    void whatContainersAskForIsRatedAsTheOrganisationRatesItAndWithoutWhatAksRuns() {
        fleet.cluster("one")
                .runs("cart", app("cart", "add [SYS_NICE]"))
                .runs("agent", app("agent", "add [SYS_NICE BPF]").of(Origin.PLATFORM))
                .readAgo(Duration.ofHours(1));
        fleet.rate(Capability.SYS_NICE, Risk.CRITICAL);

        assertThat(fleet.read().askedFor(null, AsOf.NOW, 5))
                .containsExactly(new CapabilityCount("SYS_NICE", Risk.CRITICAL, 1, 1, 1));
        assertThat(fleet.read().criteria(AsOf.NOW).risk(Capability.SYS_NICE)).isEqualTo(Risk.CRITICAL);
    }

    @Test
    void whatContainersAskedForIsRatedAsItWasRatedThen() {
        fleet.cluster("one").runs("cart", app("cart", "add [SYS_NICE]")).readAgo(Duration.ofHours(2));
        AsOf before = AsOf.at(Fleet.NOON.minus(Duration.ofHours(1)));
        fleet.readAt(Fleet.NOON.minus(Duration.ofHours(1)));
        Risk then = fleet.read().criteria(AsOf.NOW).risk(Capability.SYS_NICE);
        fleet.rate(Capability.SYS_NICE, Risk.CRITICAL);

        assertThat(then).isNotEqualTo(Risk.CRITICAL);
        assertThat(fleet.read().askedFor(null, before, 5))
                .containsExactly(new CapabilityCount("SYS_NICE", then, 1, 1, 1));
        assertThat(fleet.read().criteria(before).risk(Capability.SYS_NICE)).isEqualTo(then);
    }

    @Test
    void whatContainersAskForIsCountedMostFirst() {
        StoredCluster one = fleet.cluster("one")
                .runs("api", app("a", "add [NET_RAW FOO]"), app("b", "add [NET_RAW]"))
                .runs(
                        "web",
                        app("a", "add [net_raw]").image("1"),
                        app("a", "add [NET_RAW KILL]").image("2"))
                .readAgo(DAY);
        fleet.cluster("two")
                .runs("api", app("a", "add [ALL NET_RAW]"), app("b", "privileged"), app("c", "privileged"))
                .readAgo(DAY);
        fleet.cluster("old").runs("api", app("a", "privileged")).readAgo(Duration.ofHours(72));

        assertThat(fleet.read().askedFor(null, AsOf.NOW, 10))
                .containsExactly(
                        new CapabilityCount("NET_RAW", Risk.HIGH, 4, 3, 2),
                        new CapabilityCount("privileged", Risk.CRITICAL, 2, 1, 1),
                        new CapabilityCount("ALL", Risk.CRITICAL, 1, 1, 1),
                        new CapabilityCount("KILL", Risk.LOW, 1, 1, 1));
        assertThat(fleet.read().askedFor(one.id(), AsOf.NOW, 1))
                .containsExactly(new CapabilityCount("NET_RAW", Risk.HIGH, 3, 2, 1));
    }

    private void assertFound(WorkloadFilter filter, int count) {
        assertThat(names(filter, Sort.unsorted())).hasSize(count);
        assertThat(fleet.read().countWorkloads(Control.ADDED, filter, AsOf.NOW)).isEqualTo(count);
    }

    private List<WorkloadPosture> all(Control control) {
        return fleet.read().workloads(control, WorkloadFilter.ALL, AsOf.NOW, PageRequest.of(0, 100));
    }

    private List<String> names(WorkloadFilter filter, Sort sort) {
        return fleet.read().workloads(Control.ADDED, filter, AsOf.NOW, PageRequest.of(0, 100, sort)).stream()
                .map(WorkloadPosture::name)
                .toList();
    }

    private List<Long> ids(Pageable page) {
        return fleet.read().workloads(Control.ADDED, WorkloadFilter.ALL, AsOf.NOW, page).stream()
                .map(WorkloadPosture::id)
                .toList();
    }
}
