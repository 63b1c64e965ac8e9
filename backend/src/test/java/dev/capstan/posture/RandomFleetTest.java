package dev.capstan.posture;

import static dev.capstan.posture.Fleet.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.StoredCluster.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;

/** Whatever runs, the numbers equal a plain recount of the recorded rows. Each parameter is the seed of a fleet. */
class RandomFleetTest {

    private static final List<String> SETTINGS = List.of(
            "nothing",
            "drop [ALL]",
            "drop [ALL] add [NET_BIND_SERVICE]",
            "add [CHOWN]",
            "add [CAP_SYS_ADMIN]",
            "privileged",
            "windows",
            "add [ALL] drop [ALL]");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNumberEqualsAPlainRecount(long seed) {
        Random random = new Random(seed);
        try (Fleet fleet = new Fleet()) {
            List<StoredCluster> clusters = new ArrayList<>();
            for (int i = 2 + random.nextInt(5); i > 0; i--) {
                clusters.add(anyCluster(fleet, "cluster-" + i, random));
            }
            if (random.nextBoolean()) {
                fleet.allow(Capability.NET_BIND_SERVICE);
            }
            for (Control control : Control.values()) {
                scoresEqual(fleet, clusters, control);
                workloadsEqual(fleet, control);
            }
        }
    }

    private static void scoresEqual(Fleet fleet, List<StoredCluster> clusters, Control control) {
        Score sum = Score.NONE;
        for (StoredCluster cluster : clusters) {
            ClusterPosture posture =
                    fleet.read().cluster(cluster.id(), control, AsOf.NOW).orElseThrow();
            Score counted = Recount.score(fleet.jdbc, cluster.id(), control);

            assertThat(posture.score())
                    .isEqualTo(posture.freshness() == Freshness.NOT_ASSESSED ? counted.forgotten() : counted);
            assertThat(posture.apart())
                    .isEqualTo(
                            posture.freshness() == Freshness.NOT_ASSESSED
                                    ? Apart.NONE
                                    : Recount.apart(fleet.jdbc, cluster.id(), control));
            sum = sum.plus(posture.score());
        }
        FleetPosture posture = fleet.read().fleet(control, AsOf.NOW);
        assertThat(posture.score()).isEqualTo(sum);
        assertThat(fleet.read().clusters(control, ClusterFilter.ALL, AsOf.NOW, Pageable.unpaged()))
                .containsExactlyInAnyOrderElementsOf(posture.clusters());
    }

    private static final WorkloadFilter OF_CUSTOMERS = WorkloadFilter.ALL.withRunBy(RunBy.CUSTOMER);

    private static void workloadsEqual(Fleet fleet, Control control) {
        List<WorkloadPosture> listed = fleet.read().workloads(control, OF_CUSTOMERS, AsOf.NOW, Pageable.unpaged());

        for (WorkloadPosture w : listed) {
            assertThat(new Recount.Counted(w.containers(), w.failing()))
                    .isEqualTo(Recount.workload(fleet.jdbc, w.cluster(), w.id(), control));
            assertThat(w.risk() == null).isEqualTo(w.failing() == 0);
            assertThat(w.failingSince() == null).isEqualTo(w.failing() == 0);
        }
        assertThat(fleet.read().countWorkloads(control, OF_CUSTOMERS, AsOf.NOW)).isEqualTo(listed.size());
        Score all = fleet.jdbc.sql("select id from cluster").query(Long.class).list().stream()
                .map(id -> Recount.score(fleet.jdbc, new ClusterId(id), control))
                .reduce(Score.NONE, Score::plus);
        assertThat(listed.stream().mapToLong(WorkloadPosture::failing).sum()).isEqualTo(all.failing());
        assertThat(listed.stream().mapToLong(WorkloadPosture::containers).sum())
                .isEqualTo(all.passing() + all.failing() + all.notAssessed() + all.notApplicable());
    }

    static StoredCluster anyCluster(Fleet fleet, String name, Random random) {
        StoredCluster cluster = fleet.cluster(name);
        for (int i = random.nextInt(6); i > 0; i--) {
            cluster.runs("ns-" + random.nextInt(3), "Deployment", "workload-" + i, random.nextInt(9), any(random));
        }
        return cluster.readAgo(Duration.ofHours(random.nextInt(100)));
    }

    /** Up to three containers with up to three variants each, some of which have ended. */
    private static Running[] any(Random random) {
        List<Running> containers = new ArrayList<>();
        for (int c = 0; c < 1 + random.nextInt(3); c++) {
            Origin origin = Origin.values()[random.nextInt(Origin.values().length)];
            ContainerKind kind = ContainerKind.values()[random.nextInt(ContainerKind.values().length)];
            for (int variant = 0; variant < 1 + random.nextInt(3); variant++) {
                containers.add(new Running(
                        kind,
                        "container-" + c,
                        "image:" + variant,
                        SETTINGS.get(random.nextInt(SETTINGS.size())),
                        NOON.minus(Duration.ofDays(5 + random.nextInt(50))),
                        random.nextInt(3) == 0 ? NOON.minus(Duration.ofDays(random.nextInt(5))) : null,
                        origin));
            }
        }
        return containers.toArray(Running[]::new);
    }
}
