package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.adding;
import static dev.capstan.workload.History.app;
import static dev.capstan.workload.History.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ClusterSnapshot;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.collection.admission.AdmissionReadings;
import dev.capstan.evaluation.Evaluated;
import dev.capstan.evaluation.Evaluation;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.Setting;
import dev.capstan.evaluation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

    private static final Instant DAY_2 = DAY_1.plus(Duration.ofDays(1));
    private static final Instant DAY_3 = DAY_1.plus(Duration.ofDays(2));

    private final History history = new History();

    @Test
    void whatASnapshotHasIsOpenFromThen() {
        assertThat(history.record(DAY_1, app("cart"), app("pay", "NET_ADMIN"))).isEqualTo(new Recorded.Written(2, 0));

        assertThat(history.asOf(DAY_1)).hasSize(2);
        assertThat(history.asOf(DAY_1.minusMillis(1))).isEmpty();
    }

    @Test
    void aSnapshotThatFindsNothingNewMovesNoRange() {
        history.record(DAY_1, app("cart"), app("pay"));
        long version = rowVersions();

        assertThat(history.record(DAY_2, app("cart"), app("pay"))).isEqualTo(new Recorded.Written(0, 0));

        assertThat(rowVersions()).isEqualTo(version);
        assertThat(history.count("snapshot")).isEqualTo(2);
    }

    @Test
    void changedSettingsEndOneRangeAndBeginAnotherAtTheSameInstant() {
        history.record(DAY_1, app("cart"));

        assertThat(history.record(DAY_2, app("cart", "SYS_ADMIN"))).isEqualTo(new Recorded.Written(1, 1));

        assertThat(history.asOf(DAY_2.minusMillis(1)))
                .singleElement()
                .asString()
                .doesNotContain("SYS_ADMIN");
        assertThat(history.asOf(DAY_2)).singleElement().asString().contains("SYS_ADMIN");
        assertThat(history.ends()).containsExactly(DAY_2.atOffset(ZoneOffset.UTC));
    }

    @Test
    void whatComesBackGetsARangeOfItsOwnAndTheGapStays() {
        history.record(DAY_1, app("cart"), app("pay"));
        history.record(DAY_2, app("cart"));
        history.record(DAY_3, app("cart"), app("pay"));

        assertThat(history.asOf(DAY_1)).hasSize(2);
        assertThat(history.asOf(DAY_2)).hasSize(1);
        assertThat(history.asOf(DAY_3)).hasSize(2);
        assertThat(history.count("workload")).isEqualTo(2);
    }

    @Test
    void aSnapshotNoNewerThanTheLastIsRefused() {
        history.record(DAY_2, app("cart"));

        assertThat(history.record(DAY_1, app("pay"))).isEqualTo(new Recorded.Outdated(DAY_2));
        assertThat(history.record(DAY_2, app("pay"))).isEqualTo(new Recorded.Outdated(DAY_2));
        assertThat(history.asOf(DAY_2)).singleElement().asString().contains("cart");
    }

    @Test
    void aSnapshotThatCannotBeWrittenWholeLeavesNothing() {
        history.record(DAY_1, app("cart"));
        ContainerFact unjudged = app("pay", "SYS_TIME");
        ClusterSnapshot snapshot = new ClusterSnapshot(DAY_2, 1, List.of(unjudged), true, AdmissionReadings.none());
        Evaluated ofNothing = Evaluation.evaluate("harbour-prod", List.of(), history.policy());

        assertThatThrownBy(() -> history.workloads.record(history.cluster, snapshot, ofNothing, () -> {}))
                .isInstanceOf(NullPointerException.class);

        assertThat(history.asOf(DAY_2)).singleElement().asString().contains("cart");
        assertThat(history.count("snapshot")).isEqualTo(1);
        assertThat(history.count("snapshot_staging")).isZero();
    }

    @Test
    void autoscalingIsNoHistory() {
        history.record(DAY_1, fact("cart", "app", "registry.test/cart:1", 3));
        assertThat(history.record(DAY_2, fact("cart", "app", "registry.test/cart:1", 9)))
                .isEqualTo(new Recorded.Written(0, 0));
        assertThat(history.jdbc
                        .sql("select pods from workload")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void aRolloutIsOneContainerThatFailsWhileOneOfItsVariantsDoes() {
        history.record(
                DAY_1,
                fact("cart", "app", "registry.test/cart:1", 2, "SYS_ADMIN"),
                fact("cart", "app", "registry.test/cart:2", 1));

        assertThat(points(Control.ADDED)).isEqualTo("0 passing, 1 failing, 0 not applicable");
        assertThat(history.jdbc
                        .sql("select pods from workload")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aPointCountsEveryContainerUnderEachControlOnce() {
        ContainerFact windows = new ContainerFact(
                new WorkloadRef("shop", "Deployment", "legacy"),
                ContainerKind.APP,
                "app",
                "registry.test/legacy:1",
                Setting.of("windows"),
                Origin.CUSTOMER,
                1);
        history.record(DAY_1, app("cart"), app("pay", "NET_RAW"), windows);

        assertThat(points(Control.ADDED)).isEqualTo("1 passing, 1 failing, 1 not applicable");
        assertThat(points(Control.ASSIGNED)).isEqualTo("0 passing, 2 failing, 1 not applicable");
    }

    @Test
    void namesThatWouldBreakACopyAreKeptAsTheyAre() {
        String hostile = "a\tb\nc\\d\re'f\"g;drop table workload;--<script>é\\.";
        ContainerFact fact = new ContainerFact(
                new WorkloadRef(hostile, "Deployment", hostile),
                ContainerKind.EPHEMERAL,
                hostile,
                hostile,
                adding(hostile),
                Origin.CUSTOMER,
                1);

        history.record(DAY_1, fact);

        assertThat(history.asOf(DAY_1)).containsExactly(History.line(fact));
    }

    @Test
    void whoeverMayCreateOnePodCannotKeepTheClusterFromBeingRecorded() {
        // Letters that do not compress, many bytes each, and far more than an entry of an index can hold.
        String endless = new Random(1)
                .ints(5_000, 0x4E00, 0x9FFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        ContainerFact hostile = new ContainerFact(
                new WorkloadRef("shop", endless, endless),
                ContainerKind.APP,
                endless,
                endless,
                adding("SYS_ADMIN\0", "\0", endless),
                Origin.CUSTOMER,
                1);

        assertThat(history.record(DAY_1, hostile, app("cart"))).isEqualTo(new Recorded.Written(2, 0));

        assertThat(history.asOf(DAY_1)).contains(History.line(app("cart")));
        assertThat(history.allowing(Capability.CHOWN).version()).isEqualTo(2);
        assertThat(points(Control.ADDED)).isEqualTo("1 passing, 1 failing, 0 not applicable");
    }

    @Test
    void aChangedPolicyJudgesEverythingKnownAtOnce() {
        history.record(DAY_1, app("cart", "NET_BIND_SERVICE"));

        Policy allowing = history.allowing(Capability.NET_BIND_SERVICE);

        assertThat(allowing.version()).isEqualTo(2);
        assertThat(history.current().version()).isEqualTo(2);
        assertThat(verdictOfTheOnlyContainer()).isInstanceOf(Verdict.Pass.class);
        assertThat(history.allowing().version()).isEqualTo(3);
        assertThat(verdictOfTheOnlyContainer()).isInstanceOf(Verdict.Fail.class);
    }

    @Test
    void aWorkloadShowsWhatRunsFirstAndThenWhatRan() {
        history.record(DAY_1, app("cart", "SYS_ADMIN"));
        history.record(DAY_2, app("cart"));

        WorkloadDetails cart = history.now(1).orElseThrow();

        assertThat(cart.ref()).isEqualTo(new WorkloadRef("shop", "Deployment", "cart"));
        assertThat(cart.containers()).extracting(ContainerDetails::seenUntil).containsExactly(null, DAY_2);
        assertThat(cart.containers().getLast().settings()).isEqualTo(adding("SYS_ADMIN"));
        assertThat(history.now(99)).isEmpty();
    }

    private Verdict verdictOfTheOnlyContainer() {
        return history.now(1)
                .orElseThrow()
                .containers()
                .getFirst()
                .judgement()
                .verdicts()
                .get(Control.ADDED);
    }

    private String points(Control control) {
        return history.jdbc
                .sql("select passing || ' passing, ' || failing || ' failing, ' || not_applicable || ' not applicable'"
                        + " from posture_point where control = :control")
                .param("control", control.name())
                .query(String.class)
                .single();
    }

    private long rowVersions() {
        return history.jdbc
                .sql("select sum(xmin::text::bigint) from (select xmin from workload_container union all"
                        + " select xmin from workload) rows")
                .query(Long.class)
                .single();
    }
}
