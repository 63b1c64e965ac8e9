package dev.capstan.workload;

import static dev.capstan.workload.History.DAY_1;
import static dev.capstan.workload.History.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.collection.ContainerFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is concluded of snapshots, told by the spans that are kept. */
class ConclusionsTest {

    private final History history = new History();

    @Test
    void aContainerThatFailsIsAFindingFromTheSnapshotThatSawItFirst() {
        record(1, app("cart", "SYS_ADMIN"));

        assertThat(findings()).containsExactly("cart 1- SYS_ADMIN since 1: NEW, open");
    }

    @Test
    void aSnapshotWithoutAnythingNewWritesNeitherFindingsNorPostures() {
        record(1, app("cart", "SYS_ADMIN"), app("fine"));
        String before = versions();

        record(2, app("cart", "SYS_ADMIN"), app("fine"));

        assertThat(versions()).isEqualTo(before);
        assertThat(history.count("posture_point")).isEqualTo(8);
    }

    @Test
    void anotherImageLeavesTheFindingAsItWas() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, History.fact("cart", "app", "registry.test/cart:2", 1, "SYS_ADMIN"));

        assertThat(findings()).containsExactly("cart 1- SYS_ADMIN since 1: NEW, open");
        assertThat(postures()).containsExactly("cart 1- 1 failing since 1");
    }

    @Test
    void aPassPutsItRightAndTheNextFailureReopensIt() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, app("cart"));
        record(4, app("cart", "SYS_ADMIN"));

        assertThat(findings())
                .containsExactly("cart 1-2 SYS_ADMIN since 1: NEW, FIXED", "cart 4- SYS_ADMIN since 4: REOPENED, open");
        assertThat(postures())
                .containsExactly("cart 1-2 1 failing since 1", "cart 2-4 0 failing", "cart 4- 1 failing since 4");
    }

    @Test
    void aContainerThatASnapshotHasNoMoreTakesItsFindingAlong() {
        record(1, app("cart", "SYS_ADMIN"), app("fine"));
        record(2, app("fine"));

        assertThat(findings()).containsExactly("cart 1-2 SYS_ADMIN since 1: NEW, GONE");
        assertThat(postures()).containsExactly("cart 1-2 1 failing since 1", "fine 1- 0 failing");
    }

    @Test
    void anotherCapabilityChangesTheFindingWhichStaysAsOldAsItIs() {
        record(1, app("cart", "NET_ADMIN"));
        record(2, app("cart", "NET_ADMIN", "SYS_ADMIN"));

        assertThat(findings())
                .containsExactly(
                        "cart 1-2 NET_ADMIN since 1: NEW, CHANGED",
                        "cart 2- NET_ADMIN SYS_ADMIN since 1: CHANGED, open");
        assertThat(postures()).last().isEqualTo("cart 2- 1 failing since 1");
    }

    @Test
    void whatThePolicyAllowsIsNotPutRightAndWhatItForbidsAgainIsNotReopened() {
        record(1, app("cart", "SYS_ADMIN"));
        history.at(day(2));
        history.allowing(Capability.SYS_ADMIN);
        history.at(day(3));
        history.allowing();

        assertThat(findings())
                .containsExactly("cart 1-2 SYS_ADMIN since 1: NEW, POLICY", "cart 3- SYS_ADMIN since 3: POLICY, open");
        assertThat(pointsOf("ADDED")).containsExactly("1 of snapshot 1: 1", "2 of snapshot 1: 0", "3 of snapshot 1: 1");
    }

    @Test
    void aSnapshotTakenBeforeThePolicyChangedAndRecordedAfterConcludesFromTheChangeOn() {
        record(1, app("cart", "SYS_ADMIN"));
        history.at(day(3));
        history.allowing(Capability.NET_ADMIN);

        history.record(day(2), app("cart", "SYS_ADMIN", "NET_ADMIN"), app("new", "CHOWN"));

        assertThat(findings())
                .containsExactly(
                        "cart 1-3 SYS_ADMIN since 1: NEW, CHANGED",
                        "cart 3- NET_ADMIN SYS_ADMIN since 1: CHANGED, open",
                        "new 3- CHOWN since 3: NEW, open");
        assertThat(pointsOf("ADDED")).containsExactly("1 of snapshot 1: 1", "3 of snapshot 2: 2");
    }

    @Test
    void whatAnOlderVersionRecordedIsConcludedFromItsLastSnapshotOnAndOnce() {
        record(1, app("cart", "SYS_ADMIN"), app("fine"));
        record(2, app("cart", "SYS_ADMIN"), app("fine"));
        history.forgetConclusions();

        assertThat(history.concludeFromOlderRecords()).isOne();
        assertThat(history.concludeFromOlderRecords()).isZero();

        assertThat(findings()).containsExactly("cart 2- SYS_ADMIN since 1: NEW, open");
        assertThat(postures()).containsExactly("cart 2- 1 failing since 1", "fine 2- 0 failing");
    }

    @Test
    void whatAPolicyChangedForNoTimeAtAllEndedAsTheSnapshotSays() {
        record(1, app("cart", "SYS_ADMIN", "NET_ADMIN"), app("till", "SYS_ADMIN", "NET_ADMIN"));
        history.at(day(3));
        history.allowing(Capability.NET_ADMIN);

        history.record(day(2), app("cart"));

        assertThat(findings())
                .containsExactly(
                        "cart 1-3 NET_ADMIN SYS_ADMIN since 1: NEW, FIXED",
                        "till 1-3 NET_ADMIN SYS_ADMIN since 1: NEW, GONE");
    }

    @Test
    void aSnapshotConcludesAsWellWhatAnOlderVersionRecorded() {
        record(1, app("cart", "SYS_ADMIN"));
        history.forgetConclusions();

        record(2, app("cart", "SYS_ADMIN"));

        assertThat(findings()).containsExactly("cart 2- SYS_ADMIN since 1: NEW, open");
    }

    private void record(int day, ContainerFact... containers) {
        history.record(day(day), containers);
    }

    private static Instant day(int day) {
        return DAY_1.plus(Duration.ofDays(day - 1));
    }

    private static final String DAY = "extract(day from %s at time zone 'UTC')";

    private List<String> findings() {
        return texts("""
                select w.name || ' ' || %s || '-' || case when f.ended is null then '' else %s::text end || ' '
                    || array_to_string(f.asked_for, ' ') || ' since ' || %s || ': ' || f.began || ', '
                    || coalesce(f.ended, 'open') as text
                from finding f join workload w on w.id = f.workload_id
                where f.control = 'ADDED' order by w.name, f.seen_from
                """.formatted(
                        DAY.formatted("f.seen_from"), DAY.formatted("f.seen_until"), DAY.formatted("f.opened_at")));
    }

    private List<String> postures() {
        return texts(
                """
                select name || ' ' || %s || '-' || case when seen_until = 'infinity' then '' else %s::text end || ' '
                    || added_failing || ' failing' || coalesce(' since ' || %s, '') as text
                from workload_posture order by name, seen_from
                """.formatted(DAY.formatted("seen_from"), DAY.formatted("seen_until"), DAY.formatted("added_since")));
    }

    private List<String> pointsOf(String control) {
        return texts("""
                select %s || ' of snapshot ' || %s || ': ' || failing as text from posture_point
                where control = '%s' order by counted_at
                """.formatted(DAY.formatted("counted_at"), DAY.formatted("snapshot_at"), control));
    }

    private String versions() {
        return String.join(
                " ", texts("select xmin || '' as text from finding union all select xmin || '' from workload_posture"));
    }

    private List<String> texts(String sql) {
        return history.jdbc.sql(sql).query((row, _) -> row.getString("text")).list();
    }
}
