package dev.capstan.posture;

import static dev.capstan.posture.Fleet.NOON;
import static dev.capstan.posture.StoredCluster.Running.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.FailureCause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

class ClusterListTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TICK = Duration.ofNanos(1000);

    private final Fleet fleet = new Fleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aClusterIsStaleFromTheDayOnAndNotAssessedFromTheThirdDayOn() {
        fleet.cluster("a").scoredAgo(Duration.ofHours(24).minus(TICK), new Score(1, 2, 0, 3));
        fleet.cluster("b").scoredAgo(Duration.ofHours(24), new Score(1, 2, 0, 3));
        fleet.cluster("c").scoredAgo(Duration.ofHours(72).minus(TICK), new Score(1, 2, 0, 3));
        fleet.cluster("d").scoredAgo(Duration.ofHours(72), new Score(1, 2, 0, 3));

        assertThat(fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, byName()))
                .extracting(ClusterPosture::freshness)
                .containsExactly(Freshness.CURRENT, Freshness.STALE, Freshness.STALE, Freshness.NOT_ASSESSED);
        assertThat(fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, byName()))
                .extracting(ClusterPosture::score)
                .containsExactly(
                        new Score(1, 2, 0, 3), new Score(1, 2, 0, 3), new Score(1, 2, 0, 3), new Score(0, 0, 3, 3));
    }

    @Test
    void theFleetSumsItsClustersAndShowsThoseNotAssessedFirst() {
        fleet.cluster("alpha").scoredAgo(HOUR, new Score(5, 1, 0, 0));
        fleet.cluster("beta").scoredAgo(Duration.ofDays(4), new Score(7, 2, 0, 1));
        fleet.cluster("gamma");
        fleet.cluster("delta").scoredAgo(Duration.ofHours(30), new Score(3, 0, 0, 0));
        fleet.cluster("omega").scoredAgo(HOUR, new Score(100, 100, 0, 0)).gone(NOON.minus(HOUR));

        FleetPosture posture = fleet.read().fleet(Control.ADDED, AsOf.NOW);

        assertThat(posture.clusters())
                .extracting(ClusterPosture::name)
                .containsExactly("beta", "gamma", "alpha", "delta");
        assertThat(posture.score()).isEqualTo(new Score(8, 1, 9, 1));
        assertThat(posture.assessedClusters()).isEqualTo(2);
    }

    @Test
    void aClusterThatWasNeverReadHasNoUnitsAndNoDate() {
        StoredCluster cluster = fleet.cluster("new");

        assertThat(fleet.read().cluster(cluster.id(), Control.ASSIGNED, AsOf.NOW))
                .hasValueSatisfying(c -> {
                    assertThat(c.score()).isEqualTo(Score.NONE);
                    assertThat(c.freshness()).isEqualTo(Freshness.NOT_ASSESSED);
                    assertThat(c.lastSnapshotAt()).isNull();
                    assertThat(c.workloads()).isZero();
                });
    }

    @Test
    void theNewestSnapshotOfTheControlCounts() {
        StoredCluster cluster = fleet.cluster("a")
                .runs("api", app("api", "drop [ALL] add [NET_BIND_SERVICE]"))
                .scoredAgo(HOUR.multipliedBy(2), new Score(9, 9, 0, 0))
                .readAgo(HOUR);

        assertThat(score(cluster, Control.ADDED)).isEqualTo(new Score(0, 1, 0, 0));
        assertThat(score(cluster, Control.ASSIGNED)).isEqualTo(new Score(1, 0, 0, 0));
    }

    @Test
    void aChangedPolicyIsSeenBeforeTheNextSnapshot() {
        StoredCluster cluster = fleet.cluster("a")
                .runs("api", app("api", "drop [ALL] add [NET_BIND_SERVICE]"), app("proxy", "privileged"))
                .readAgo(HOUR);
        assertThat(score(cluster, Control.ADDED)).isEqualTo(new Score(0, 2, 0, 0));

        fleet.allow(Capability.NET_BIND_SERVICE);

        assertThat(score(cluster, Control.ADDED)).isEqualTo(new Score(1, 1, 0, 0));
        assertThat(fleet.read().fleet(Control.ADDED, AsOf.NOW).score()).isEqualTo(new Score(1, 1, 0, 0));
    }

    @Test
    void aFailureIsToldOnlyWhileTheNewestFinishedRunFailed() {
        StoredCluster failed = fleet.cluster("failed")
                .attempted(HOUR.multipliedBy(2), "RECORDED", null)
                .attempted(HOUR, "FAILED", FailureCause.TLS)
                .attempted(Duration.ZERO, "RUNNING", null);
        StoredCluster cured = fleet.cluster("cured")
                .attempted(HOUR.multipliedBy(2), "FAILED", FailureCause.TLS)
                .attempted(HOUR, "RECORDED", null);
        StoredCluster off = fleet.cluster("off")
                .attempted(HOUR.multipliedBy(2), "FAILED", FailureCause.UNREACHABLE_DNS)
                .attempted(HOUR, "STOPPED", null)
                .stopped();

        ClusterPosture posture =
                fleet.read().cluster(failed.id(), Control.ADDED, AsOf.NOW).orElseThrow();
        assertThat(posture.failure()).isEqualTo(FailureCause.TLS);
        assertThat(posture.failureDetail()).isEqualTo("The server said TLS");
        assertThat(posture.failedAt()).isEqualTo(NOON.minus(HOUR));
        for (StoredCluster other : List.of(cured, off)) {
            assertThat(fleet.read().cluster(other.id(), Control.ADDED, AsOf.NOW))
                    .hasValueSatisfying(c -> {
                        assertThat(c.failure()).isNull();
                        assertThat(c.failureDetail()).isNull();
                        assertThat(c.failedAt()).isNull();
                    });
        }
        assertThat(fleet.read()
                        .cluster(off.id(), Control.ADDED, AsOf.NOW)
                        .orElseThrow()
                        .stopped())
                .isTrue();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "environment, production, true",
        "Env, PROD, true",
        "TIER, Prod, true",
        "env, preprod, false",
        "stage, production, false"
    })
    void aTagSaysWhetherAClusterIsInProduction(String key, String value, boolean production) {
        StoredCluster cluster = fleet.cluster("a").tagged(key, value);

        assertThat(fleet.read()
                        .cluster(cluster.id(), Control.ADDED, AsOf.NOW)
                        .orElseThrow()
                        .production())
                .isEqualTo(production);
    }

    @Test
    void aGoneClusterIsFoundByItsIdButNotListed() {
        StoredCluster gone = fleet.cluster("gone").gone(NOON.minus(HOUR));

        assertThat(fleet.read().cluster(gone.id(), Control.ADDED, AsOf.NOW)).isPresent();
        assertThat(fleet.read().countClusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW))
                .isZero();
        assertThat(fleet.read().subscriptions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pay, pay%roll", "%, pay%roll", "_, data_lake", "\\, back\\slash", "O'Brien, o'brien", "LAKE, data_lake"
    })
    void theTextIsTakenLiterallyAndInAnyCase(String text, String found) {
        for (String name : List.of("pay%roll", "data_lake", "back\\slash", "o'brien", "plain")) {
            fleet.cluster(name, "Shops", "group", "westeurope", "1.33.2");
        }
        ClusterFilter filter = ClusterFilter.ALL.withText(text);

        assertThat(fleet.read().clusters(Control.ADDED, filter, AsOf.NOW, byName()))
                .extracting(ClusterPosture::name)
                .containsExactly(found);
        assertThat(fleet.read().countClusters(Control.ADDED, filter, AsOf.NOW)).isOne();
    }

    @Test
    void theFilterFindsByGroupLocationSubscriptionAndFreshness() {
        StoredCluster a = fleet.cluster("a", "Shops", "rg-cart", "westeurope", "1.33.2");
        a.scoredAgo(HOUR, Score.NONE);
        fleet.cluster("b", "Banks", "rg-loan", "northeurope", "1.33.2").scoredAgo(Duration.ofHours(30), Score.NONE);
        fleet.cluster("c", "Banks", "rg-cash", "uksouth", "1.33.2");

        assertThat(names(ClusterFilter.ALL.withText("rg-c"))).containsExactly("a", "c");
        assertThat(names(ClusterFilter.ALL.withText("europe "))).containsExactly("a", "b");
        assertThat(names(ClusterFilter.ALL.withSubscription("Banks"))).containsExactly("b", "c");
        assertThat(names(ClusterFilter.ALL.withFreshness(Freshness.STALE))).containsExactly("b");
        assertThat(names(ClusterFilter.ALL
                        .withText("rg")
                        .withSubscription("Banks")
                        .withFreshness(Freshness.NOT_ASSESSED)))
                .containsExactly("c");
        assertThat(names(ClusterFilter.ALL.withAmong(Set.of(a.id())))).containsExactly("a");
        assertThat(names(ClusterFilter.ALL.withAmong(Set.of()))).isEmpty();
        assertThat(fleet.read().subscriptions()).containsExactly("Banks", "Shops");
    }

    @Test
    void versionsAreSortedByNumber() {
        fleet.cluster("a", "Shops", "rg", "we", "1.9.12");
        fleet.cluster("b", "Shops", "rg", "we", "1.33.2");
        fleet.cluster("c", "Shops", "rg", "we", "1.33.10");

        assertThat(fleet.read()
                        .clusters(
                                Control.ADDED,
                                ClusterFilter.ALL,
                                AsOf.NOW,
                                PageRequest.of(0, 9, Sort.by("kubernetesVersion"))))
                .extracting(ClusterPosture::name)
                .containsExactly("a", "b", "c");
    }

    @Test
    void theScoreIsSortedExactlyAndWhatHasNoneComesLastBothWays() {
        fleet.cluster("good").scoredAgo(HOUR, new Score(1000, 1, 0, 0));
        fleet.cluster("better").scoredAgo(HOUR, new Score(1001, 1, 0, 0));
        fleet.cluster("forgotten").scoredAgo(Duration.ofDays(9), new Score(1, 5, 0, 0));
        fleet.cluster("never");

        assertThat(sorted(Sort.by("score"), ClusterPosture::name))
                .containsExactly("good", "better", "forgotten", "never");
        assertThat(sorted(Sort.by("score").descending(), ClusterPosture::name))
                .containsExactly("better", "good", "forgotten", "never");
        assertThat(sorted(Sort.by("failing").descending(), ClusterPosture::name))
                .containsExactly("better", "good", "forgotten", "never");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "subscription",
                "location",
                "kubernetesVersion",
                "score",
                "failing",
                "lastSnapshotAt",
                "freshness"
            })
    void everySortKeyWorksBothWaysAndPagesNeitherOverlapNorLeaveGaps(String key) {
        for (int i = 0; i < 20; i++) {
            StoredCluster cluster = fleet.cluster("c" + i % 7, "S" + i % 3, "rg", "l" + i % 2, "1." + i % 4);
            if (i % 5 > 0) {
                cluster.scoredAgo(HOUR.multipliedBy(20L * (i % 5)), new Score(i % 3, i % 2, 0, 0));
            }
        }
        for (Sort sort : List.of(Sort.by(key), Sort.by(key).descending())) {
            List<Long> all = sorted(sort, c -> c.id().value());

            assertThat(all).hasSize(20).doesNotHaveDuplicates();
            assertThat(fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, PageRequest.of(0, 7, sort)))
                    .extracting(c -> c.id().value())
                    .isEqualTo(all.subList(0, 7));
            assertThat(fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, PageRequest.of(2, 7, sort)))
                    .extracting(c -> c.id().value())
                    .isEqualTo(all.subList(14, 20));
        }
    }

    @Test
    void anUnknownSortKeyIsRefused() {
        Pageable page = PageRequest.of(0, 5, Sort.by("name; drop table cluster"));

        assertThatThrownBy(() -> fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, page))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only by");
    }

    private Score score(StoredCluster cluster, Control control) {
        return fleet.read()
                .cluster(cluster.id(), control, AsOf.NOW)
                .orElseThrow()
                .score();
    }

    private List<String> names(ClusterFilter filter) {
        return fleet.read().clusters(Control.ADDED, filter, AsOf.NOW, byName()).stream()
                .map(ClusterPosture::name)
                .toList();
    }

    private <T> List<T> sorted(Sort sort, Function<ClusterPosture, T> what) {
        return fleet.read().clusters(Control.ADDED, ClusterFilter.ALL, AsOf.NOW, Pageable.unpaged(sort)).stream()
                .map(what)
                .toList();
    }

    private static Pageable byName() {
        return PageRequest.of(0, 100, Sort.by("name"));
    }
}
