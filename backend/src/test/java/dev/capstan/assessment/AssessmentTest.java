package dev.capstan.assessment;

import static dev.capstan.simulator.ClusterFixture.fleet;
import static dev.capstan.simulator.ClusterFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.FailureCause;
import dev.capstan.fleet.ClusterId;
import dev.capstan.simulator.ClusterFixture;
import dev.capstan.simulator.RequestKind;
import dev.capstan.testing.CapstanWithFleet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The route of one cluster, from Azure's list to the database, with everything that can go wrong on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class AssessmentTest {

    private static final String CART = "app cart example.test/cart:1 drop=ALL add=NET_ADMIN";

    private CapstanWithFleet capstan;
    private String cluster;

    @BeforeAll
    void start() {
        ClusterFixture[] clusters = Stream.of("quay", "pier", "dock")
                .map(name -> named(name)
                        .deployment("shop/cart", 3, CART)
                        .statefulSet("shop/store", 2, "app store example.test/store:1")
                        .cronJob("shop/nightly", "app dump example.test/dump:1 drop=ALL")
                        .rollout("shop/front", 2, "app front example.test/front:1 privileged")
                        .pod(
                                "default/debug",
                                "app sh example.test/sh:1",
                                "ephemeral peek example.test/peek:1 add=SYS_PTRACE")
                        .daemonSet(
                                "kube-system/agent",
                                "init prepare example.test/agent:1",
                                "sidecar log example.test/log:1"))
                .toArray(ClusterFixture[]::new);
        ClusterFixture[] all = Arrays.copyOf(clusters, clusters.length + 4);
        all[clusters.length] = named("closed").localAccountsDisabled().deployment("shop/cart", 1, CART);
        all[clusters.length + 1] =
                named("off").stoppedFrom(ClusterFixture.LONG_AGO).deployment("shop/cart", 1, CART);
        all[clusters.length + 2] =
                named("away").unreachableFrom(ClusterFixture.LONG_AGO).deployment("shop/cart", 1, CART);
        all[clusters.length + 3] = named("bare");
        capstan = CapstanWithFleet.start(
                fleet(all), Map.of("capstan.collection.page-size", "3", "capstan.collection.page-limit", "2s"));
        capstan.discover();
        cluster = "quay";
    }

    @BeforeEach
    void later() {
        capstan.clock.forward(Duration.ofHours(1));
    }

    @AfterEach
    void mend() {
        capstan.faults().clear();
    }

    @AfterAll
    void stop() {
        capstan.close();
    }

    @Test
    void everyContainerOfEveryPodIsFoldedIntoItsWorkload() {
        assertThat(capstan.assess(cluster)).isEqualTo(RunSummary.Outcome.RECORDED);

        assertThat(running(cluster))
                .containsExactlyInAnyOrder(
                        "shop/Deployment/cart APP cart {NET_ADMIN}",
                        "shop/StatefulSet/store APP store {}",
                        "shop/CronJob/nightly APP dump {}",
                        "shop/Rollout/front APP front {} privileged",
                        "default/Pod/debug APP sh {}",
                        "default/Pod/debug EPHEMERAL peek {SYS_PTRACE}",
                        "kube-system/DaemonSet/agent INIT prepare {}",
                        "kube-system/DaemonSet/agent SIDECAR log {}");
        assertThat(pods(cluster, "cart")).isEqualTo(3);
    }

    @Test
    void aClusterIsAskedOneThingAtATime() {
        capstan.assess(cluster);

        assertThat(capstan.faults().mostInFlight(cluster)).isEqualTo(1);
    }

    @ParameterizedTest(name = "HTTP {0} on the pods: {1}")
    @CsvSource({
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN_BY_KUBERNETES",
        "429, THROTTLED",
        "504, THROTTLED",
        "500, UNEXPECTED"
    })
    void aRefusalByKubernetesIsToldApart(int status, FailureCause cause) {
        capstan.faults().cluster("pier").only(RequestKind.PODS).fail(1, status);

        assertFails("pier", cause);
    }

    @ParameterizedTest(name = "HTTP {0} on the credentials: {1}")
    @CsvSource({"403, FORBIDDEN_BY_AZURE", "404, NOT_FOUND", "409, BUSY"})
    void aRefusalByAzureIsToldApart(int status, FailureCause cause) {
        capstan.faults().azure("pier").only(RequestKind.ADMIN_CREDENTIAL).fail(1, status);

        assertFails("pier", cause);
    }

    @Test
    void localAccountsThatAreDisabledAreNamedAsTheReason() {
        assertFails("closed", FailureCause.LOCAL_ACCOUNTS_DISABLED);
    }

    @Test
    void aNameThatCannotBeResolvedIsNamedAsTheReason() {
        assertFails("away", FailureCause.UNREACHABLE_DNS);
    }

    @Test
    void aStrangersCertificateIsNamedAsTheReason() {
        capstan.faults().wrongAuthority("pier");

        assertFails("pier", FailureCause.TLS);
    }

    @Test
    void aPageThatStallsInMidBodyIsGivenUp() {
        capstan.faults().cluster("pier").only(RequestKind.PODS).stall();

        assertFails("pier", FailureCause.TIMED_OUT);
    }

    @Test
    void anAnswerThatNeverComesIsGivenUp() {
        capstan.faults().cluster("pier").only(RequestKind.PODS).hold();

        assertFails("pier", FailureCause.TIMED_OUT);
    }

    @Test
    void aConnectionThatBreaksOffIsNamedAsTheReason() {
        capstan.faults().cluster("pier").only(RequestKind.PODS).cutOff(1);

        assertFails("pier", FailureCause.UNREACHABLE_NETWORK);
    }

    @Test
    void anEmptyListOfPodsIsNotBelieved() {
        assertFails("bare", FailureCause.EMPTY);
    }

    @Test
    void aStoppedClusterIsAStateAndNoFailure() {
        assertThat(capstan.assess("off")).isEqualTo(RunSummary.Outcome.STOPPED);
        assertThat(lastRun("off").failure()).isNull();
    }

    @Test
    void afterAFailureTheSnapshotBeforeStaysTheNewest() {
        capstan.assess("dock");
        Set<String> before = running("dock");
        Instant taken = newestSnapshot("dock");
        capstan.clock.forward(Duration.ofHours(6));
        // The second page fails: the first one must leave no trace.
        capstan.faults().cluster("dock").only(RequestKind.PODS).expireContinueTokens(1);
        capstan.faults().cluster("dock").only(RequestKind.REPLICA_SETS).fail(1, 500);

        assertFails("dock", FailureCause.UNEXPECTED);

        assertThat(running("dock")).isEqualTo(before);
        assertThat(newestSnapshot("dock")).isEqualTo(taken);
    }

    @Test
    void aTokenThatExpiresOnceStartsTheListOver() {
        capstan.faults().cluster("pier").only(RequestKind.PODS).expireContinueTokens(1);

        assertThat(capstan.assess("pier")).isEqualTo(RunSummary.Outcome.RECORDED);
        assertThat(running("pier")).hasSize(8);
        assertThat(pods("pier", "cart")).isEqualTo(3);
        assertThat(consistent("pier")).isTrue();
    }

    @Test
    void aTokenThatExpiresTwiceMarksTheSnapshotAsNotOfOneMoment() {
        capstan.faults().cluster("pier").only(RequestKind.PODS).expireContinueTokens(2);

        assertThat(capstan.assess("pier")).isEqualTo(RunSummary.Outcome.RECORDED);
        assertThat(running("pier")).hasSize(8);
        assertThat(pods("pier", "cart")).isEqualTo(3);
        assertThat(consistent("pier")).isFalse();
    }

    @Test
    void replicaSetsThatMayNotBeListedDoNotLoseThePods() {
        capstan.faults().cluster("dock").only(RequestKind.REPLICA_SETS).fail(1, 403);

        assertThat(capstan.assess("dock")).isEqualTo(RunSummary.Outcome.RECORDED);
        assertThat(running("dock")).hasSize(8).anyMatch(line -> line.startsWith("shop/ReplicaSet/cart-"));
    }

    @Test
    void credentialsAreFoundNeitherInTheLogNorInTheDatabase(CapturedOutput output) {
        capstan.assess("quay");
        capstan.faults().cluster("quay").only(RequestKind.PODS).fail(1, 403);
        capstan.assess("quay");

        String secret = capstan.fleet.clientSecret();
        assertThat(output.getAll()).doesNotContain(secret, "PRIVATE KEY", "LS0tLS1CRUdJTi", "Bearer ");
        assertThat(capstan.everythingStored()).doesNotContain(secret, "PRIVATE KEY", "LS0tLS1CRUdJTi", "Bearer ");
    }

    private void assertFails(String cluster, FailureCause cause) {
        assertThat(capstan.assess(cluster)).isEqualTo(RunSummary.Outcome.FAILED);
        assertThat(lastRun(cluster).failure()).isEqualTo(cause);
        assertThat(lastRun(cluster).detail()).isNotBlank();
    }

    private RunSummary lastRun(String cluster) {
        return capstan.bean(RunLog.class).last(id(cluster), 1).getFirst();
    }

    private ClusterId id(String cluster) {
        return capstan.cluster(cluster).id();
    }

    private Set<String> running(String cluster) {
        return Set.copyOf(rows("""
                select w.namespace || '/' || w.kind || '/' || w.name || ' ' || c.kind || ' ' || c.name || ' '
                    || p.added::text || case when p.privileged then ' privileged' else '' end
                from workload_container c
                join workload w on w.cluster_id = c.cluster_id and w.id = c.workload_id
                join capability_profile p on p.id = c.profile_id
                where c.seen_until is null and c.cluster_id = :cluster
                """, cluster));
    }

    private int pods(String cluster, String workload) {
        return Integer.parseInt(rows(
                        "select pods::text from workload where cluster_id = :cluster and name = '" + workload + "'",
                        cluster)
                .getFirst());
    }

    private boolean consistent(String cluster) {
        return rows("select consistent::text from snapshot where cluster_id = :cluster order by taken_at desc", cluster)
                .getFirst()
                .equals("true");
    }

    private Instant newestSnapshot(String cluster) {
        return Instant.ofEpochSecond(Long.parseLong(rows(
                        "select extract(epoch from max(taken_at))::bigint::text from snapshot where cluster_id = :cluster",
                        cluster)
                .getFirst()));
    }

    private List<String> rows(String sql, String cluster) {
        return capstan.jdbc()
                .sql(sql)
                .param("cluster", id(cluster).value())
                .query(String.class)
                .list();
    }
}
