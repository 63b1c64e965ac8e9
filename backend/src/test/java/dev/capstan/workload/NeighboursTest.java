package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.fleet.ClusterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));

    private final History history = new History();
    private final Neighbours neighbours = new Neighbours(history.jdbc);

    @Test
    void othersWithTheSameSettingsAreCountedAndNamedAndTheWorkloadItselfIsNot() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"), app("pay", "SYS_ADMIN"), app("tax", "SYS_ADMIN"), app("web"));

        Neighbours.Found found = ofCart();

        assertThat(found.workloads()).isEqualTo(2);
        assertThat(found.more()).isFalse();
        assertThat(found.clusters()).isEqualTo(1);
        assertThat(found.first())
                .extracting(neighbour -> neighbour.ref().name())
                .containsExactlyInAnyOrder("pay", "tax");
    }

    @Test
    void whatNoLongerRunsIsNoNeighbour() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"), app("pay", "SYS_ADMIN"));
        history.record(DAY_2, app("cart", "SYS_ADMIN"), app("pay"));

        assertThat(ofCart()).isEqualTo(new Neighbours.Found(0, false, 1, List.of()));
    }

    @Test
    void clustersAreCountedOnceEachAndThoseThatAreGoneNotAtAll() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"), app("pay", "SYS_ADMIN"));
        ClusterId second = copiedTo("harbour-two");
        assertThat(ofCart().clusters()).isEqualTo(2);
        assertThat(ofCart().workloads()).isEqualTo(3);

        history.jdbc
                .sql("update cluster set gone_at = now() where id = :id")
                .param("id", second.value())
                .update();
        assertThat(ofCart().clusters()).isEqualTo(1);
        assertThat(ofCart().workloads()).isEqualTo(1);
    }

    @Test
    void beyondTenThousandItIsOnlySaidThatThereAreMore() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.jdbc.sql("""
                        with more as (
                            insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)
                            select cluster_id, namespace, kind, name || '-' || n, first_seen_at, 1, criteria_id
                            from workload, generate_series(1, 10050) n
                            returning cluster_id, id
                        )
                        insert into workload_container (cluster_id, workload_id, kind, name, image, profile_id, origin,
                            seen_from)
                        select m.cluster_id, m.id, c.kind, c.name, c.image, c.profile_id, c.origin, c.seen_from
                        from more m, workload_container c
                        """).update();

        assertThat(ofCart().workloads()).isEqualTo(10_000);
        assertThat(ofCart().more()).isTrue();
        assertThat(ofCart().first()).hasSize(6);
    }

    private Neighbours.Found ofCart() {
        WorkloadHistory cart = history.workloads
                .history(history.cluster, cart(), Duration.ofHours(72))
                .orElseThrow();
        return neighbours.of(cart.ranges().getFirst().profile(), history.cluster, cart.id());
    }

    private long cart() {
        return history.jdbc
                .sql("select id from workload where name = 'cart' order by cluster_id limit 1")
                .query(Long.class)
                .single();
    }

    private ClusterId copiedTo(String name) {
        ClusterId cluster = history.aCluster(name);
        history.jdbc.sql("""
                        with copied as (
                            insert into workload (cluster_id, namespace, kind, name, first_seen_at, pods, criteria_id)
                            select :cluster, namespace, kind, name, first_seen_at, pods, criteria_id
                            from workload
                            returning cluster_id, id, name
                        )
                        insert into workload_container (cluster_id, workload_id, kind, name, image, profile_id, origin,
                            seen_from)
                        select n.cluster_id, n.id, c.kind, c.name, c.image, c.profile_id, c.origin, c.seen_from
                        from copied n join workload w on w.name = n.name and w.cluster_id <> n.cluster_id
                        join workload_container c on c.cluster_id = w.cluster_id and c.workload_id = w.id
                        """).param("cluster", cluster.value()).update();
        return cluster;
    }
}
