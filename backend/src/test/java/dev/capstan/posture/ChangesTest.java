package dev.capstan.posture;

import static dev.capstan.workload.History.DAY_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Setting;
import dev.capstan.workload.History;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

class ChangesTest {

    private final History history = new History();
    private final Changes changes = new Changes(
            new ChangeList(history.jdbc),
            new Remembered(
                    history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), Clock.systemUTC()));

    @Test
    void aContainerThatFailsIsNewAndOneThatFailedBeforeIsReopened() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, app("cart"));
        record(4, app("cart", "SYS_ADMIN"), app("till", "CHOWN"));

        assertThat(told(3, 4)).containsExactly("REOPENED cart on 4: +[SYS_ADMIN] -[]", "NEW till on 4: +[CHOWN] -[]");
        assertThat(told(0, 4)).containsExactly("NEW cart on 4: +[SYS_ADMIN] -[]", "NEW till on 4: +[CHOWN] -[]");
    }

    @Test
    void whatCameAndWentWithinThePeriodIsNoChange() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, app("cart"), app("till", "CHOWN"));
        record(3, app("cart", "SYS_ADMIN"));

        assertThat(told(1, 3)).isEmpty();
    }

    @Test
    void aContainerThatPassesIsFixedAndOneThatIsNotThereIsGone() {
        record(1, app("cart", "SYS_ADMIN"), app("till", "CHOWN"));
        record(2, app("cart"));

        assertThat(told(1, 2)).containsExactly("FIXED cart on 2: +[] -[SYS_ADMIN]", "GONE till on 2: +[] -[CHOWN]");
    }

    @Test
    void whatWasFixedAndThenRemovedIsGoneAndWhatWentAndCameBackBetterIsFixed() {
        record(1, app("cart", "SYS_ADMIN"), app("till", "CHOWN"));
        record(2, app("cart"));
        record(3, app("till"));

        assertThat(kinds(1, 3)).isEqualTo(Map.of(ChangeKind.GONE, 1L, ChangeKind.FIXED, 1L));
    }

    @Test
    void aFindingThatAsksForSomethingElseSaysWhatWasAddedAndTakenAwayAndHowTheRiskWent() {
        record(1, app("cart", "NET_ADMIN", "CHOWN"));
        record(2, app("cart", "NET_ADMIN", "SYS_ADMIN"));

        assertThat(list(1, 2, ChangeFilter.ALL)).singleElement().satisfies(change -> {
            assertThat(told(change)).isEqualTo("CHANGED cart on 2: +[SYS_ADMIN] -[CHOWN]");
            assertThat(change.before().risk()).isEqualTo(Risk.HIGH);
            assertThat(change.after().risk()).isEqualTo(Risk.CRITICAL);
            assertThat(change.failingSince()).isEqualTo(day(1));
            assertThat(change.images()).isNull();
        });
    }

    @Test
    void anotherImageIsToldAlongButIsNoChangeByItself() {
        record(1, app("cart", "CHOWN"), app("till", "CHOWN"));
        record(2, image("cart", "2", "SYS_ADMIN"), image("till", "2", "CHOWN"));

        assertThat(list(1, 2, ChangeFilter.ALL))
                .singleElement()
                .extracting(Change::images)
                .isEqualTo(new Change.Images("registry.test/cart:1", "registry.test/cart:2"));
    }

    @Test
    void whatThePolicyOpensAndClosesIsToldApart() {
        record(1, app("cart", "SYS_ADMIN"));
        policy(2, Capability.SYS_ADMIN);
        policy(4, Capability.CHOWN);

        assertThat(told(1, 3)).containsExactly("POLICY cart on 2: +[] -[SYS_ADMIN]");
        assertThat(told(3, 4)).containsExactly("POLICY cart on 4: +[SYS_ADMIN] -[]");
        assertThat(told(1, 4)).isEmpty();
        assertThat(count(1, 3).closedByPolicy()).isOne();
        assertThat(count(3, 4).openedByPolicy()).isOne();
    }

    @Test
    void aContainerThatLeavesTheScoreIsGone() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, of(Origin.PLATFORM, "cart", "SYS_ADMIN"));

        assertThat(told(1, 2)).containsExactly("GONE cart on 2: +[] -[SYS_ADMIN]");
    }

    @Test
    void whatFailedInAClusterThatIsGoneIsGone() {
        record(1, app("cart", "SYS_ADMIN"), app("till", "CHOWN"));
        record(2, app("cart", "SYS_ADMIN"), app("till"));
        history.jdbc
                .sql("update cluster set gone_at = ?")
                .param(day(3).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(told(1, 2)).containsExactly("FIXED till on 2: +[] -[CHOWN]");
        assertThat(told(2, 4)).containsExactly("GONE cart on 3: +[] -[SYS_ADMIN]");
        assertThat(changes.count(Control.ADDED, Period.since(day(1)), ChangeFilter.ALL)
                        .net())
                .isEqualTo(-2);
        assertThat(told(3, 5)).isEmpty();
    }

    @Test
    void whatCannotBeJudgedAnyMoreIsNeitherFixedNorGone() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, app("cart"));
        history.jdbc
                .sql("update finding set ended = 'UNKNOWN' where control = 'ADDED'")
                .update();
        history.jdbc.sql("update verdict set outcome = 'NOT_ASSESSED'").update();

        assertThat(kinds(1, 2)).isEqualTo(Map.of(ChangeKind.UNKNOWN, 1L));
    }

    @Test
    void whatCouldNotBeJudgedIsNotPutRightByALaterPolicyButByWhatRunsLater() {
        record(1, app("cart", "SYS_ADMIN"));
        record(2, app("cart"));
        history.jdbc
                .sql("update finding set ended = 'UNKNOWN' where control = 'ADDED'")
                .update();
        policy(3, Capability.KILL);
        record(5, image("cart", "2"));

        assertThat(kinds(1, 2)).isEqualTo(Map.of(ChangeKind.UNKNOWN, 1L));
        assertThat(kinds(1, 4)).isEqualTo(Map.of(ChangeKind.UNKNOWN, 1L));
        assertThat(kinds(1, 5)).isEqualTo(Map.of(ChangeKind.FIXED, 1L));
    }

    @Test
    void whoAddedACapabilitySinceThenIsFound() {
        record(
                1,
                app("old", "SYS_ADMIN"),
                app("more", "CHOWN"),
                app("less", "SYS_ADMIN", "CHOWN"),
                app("fixed", "SYS_ADMIN"));
        record(
                2,
                app("old", "SYS_ADMIN"),
                app("more", "CHOWN", "SYS_ADMIN"),
                app("less", "SYS_ADMIN"),
                app("fixed"),
                app("new", "SYS_ADMIN"));
        ChangeFilter asks = ChangeFilter.ALL.withCapability("SYS_ADMIN");

        assertThat(list(1, 2, asks))
                .extracting(Change::workloadName)
                .containsExactlyInAnyOrder("more", "less", "fixed", "new");
        assertThat(list(1, 2, asks.withNewlyAsked(true)))
                .extracting(Change::workloadName)
                .containsExactlyInAnyOrder("more", "new");
    }

    @Test
    void theListIsNarrowedSortedAndPaged() {
        record(1, app("b", "CHOWN"), app("c", "CHOWN"));
        record(2, app("a", "SYS_ADMIN"), app("b"), app("c", "CHOWN"));
        Pageable byName = PageRequest.of(0, 1, Sort.by("workload"));

        assertThat(names(ChangeFilter.ALL, byName)).containsExactly("a");
        assertThat(names(ChangeFilter.ALL, byName.next())).containsExactly("b");
        assertThat(names(ChangeFilter.ALL.withKind(ChangeKind.FIXED), Pageable.unpaged()))
                .containsExactly("b");
        assertThat(names(ChangeFilter.ALL.withRisk(Risk.CRITICAL), Pageable.unpaged()))
                .containsExactly("a");
        assertThat(names(ChangeFilter.ALL.withText("B"), Pageable.unpaged())).containsExactly("b");
        assertThat(names(ChangeFilter.ALL.withNamespace("elsewhere"), Pageable.unpaged()))
                .isEmpty();
        assertThat(names(ChangeFilter.ALL.withNamespace("\0"), Pageable.unpaged()))
                .isEmpty();
        assertThat(names(ChangeFilter.ALL.withCluster(history.cluster), Pageable.unpaged()))
                .hasSize(2);
        assertThat(names(ChangeFilter.ALL.withOwner(WorkloadFilter.NO_OWNER), Pageable.unpaged()))
                .hasSize(2);
        assertThat(names(ChangeFilter.ALL.withOwner("nobody"), Pageable.unpaged()))
                .isEmpty();
        for (String key : List.of("at", "kind", "clusterName", "namespace", "owner", "risk", "failingSince")) {
            assertThat(names(ChangeFilter.ALL, Pageable.unpaged(Sort.by(key)))).hasSize(2);
        }
        assertThatThrownBy(() -> names(ChangeFilter.ALL, Pageable.unpaged(Sort.by("1; drop table finding"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileSaysWhatTheListSays() throws IOException {
        record(1, app("cart", "CHOWN"));
        record(2, image("cart", "=2", "SYS_ADMIN"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        changes.export(Control.ADDED, new Period(day(1), AsOf.at(day(2))), ChangeFilter.ALL, Sort.unsorted(), file);

        assertThat(file.toString(StandardCharsets.UTF_8).lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("Changed,2026-03-02T06:00:00Z,cart,Deployment,shop,harbour-prod,,app,App,")
                .contains(
                        "CHOWN,SYS_ADMIN,SYS_ADMIN,CHOWN,",
                        "Critical,registry.test/cart:1,registry.test/cart:=2,2026-03-01");
    }

    @Test
    void theSnapshotBeforeTheLastIsWhereAClustersPeriodBegins() {
        assertThat(changes.recordedSince(null)).isEmpty();
        record(1, app("cart", "SYS_ADMIN"));
        assertThat(changes.sinceTheSnapshotBefore(history.cluster)).isEmpty();
        record(2, app("cart"));
        record(5, app("cart"));

        assertThat(changes.sinceTheSnapshotBefore(history.cluster)).contains(Period.since(day(2)));
        assertThat(changes.snapshots(history.cluster, 9)).containsExactly(day(5), day(2), day(1));
        assertThat(changes.recordedSince(history.cluster)).contains(day(1));
    }

    @Test
    void openFindingsAreToldByAgeAndResolvedOnesByHowLongTheyTook() {
        record(1, app("fixed", "CHOWN"), app("gone", "CHOWN"), app("open", "CHOWN"), app("allowed", "KILL"));
        record(3, app("fixed"), app("gone", "CHOWN"), app("open", "CHOWN"), app("allowed", "KILL"));
        record(5, app("open", "CHOWN", "SYS_TIME"), app("allowed", "KILL"));
        policy(6, Capability.KILL);
        record(9, app("open", "CHOWN"), app("fresh", "CHOWN"), app("allowed", "KILL"));
        Clock clock = Clock.fixed(day(10).minusSeconds(1), ZoneOffset.UTC);
        FindingTimes times =
                new FindingTimes(history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock);
        Resolutions resolutions = new Resolutions(
                times,
                history.jdbc,
                new Remembered(history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock));
        Ages open = new Ages(Map.of(AgeBucket.UP_TO_7, 1L, AgeBucket.UP_TO_30, 1L));
        Resolved resolved = new Resolved(
                2,
                Duration.ofDays(3),
                Duration.ofDays(3),
                Duration.ofDays(2).plusHours(43).plusMinutes(12));
        Period sinceThen = Period.since(day(2));

        assertThat(resolutions.open(Control.ADDED, null, null, AsOf.NOW)).isEqualTo(open);
        assertThat(resolutions.open(Control.ADDED, history.cluster, WorkloadFilter.NO_OWNER, AsOf.at(day(4))))
                .isEqualTo(new Ages(Map.of(AgeBucket.UP_TO_7, 3L)));
        assertThat(resolutions.open(Control.ADDED, null, "someone", AsOf.NOW).all())
                .isZero();
        assertThat(resolutions.open(Control.ADDED, null, null, AsOf.at(day(20))).all())
                .as("not believed any more")
                .isZero();
        assertThat(resolutions.resolved(Control.ADDED, null, null, sinceThen)).isEqualTo(resolved);
        assertThat(resolutions.resolved(Control.ADDED, null, null, new Period(day(3), AsOf.at(day(4)))))
                .isEqualTo(Resolved.NONE);
        assertThat(resolutions.byCluster(Control.ADDED, sinceThen))
                .containsExactly(new ResolutionRow("harbour-prod", history.cluster, open, resolved));
        assertThat(resolutions.byOwner(Control.ADDED, sinceThen))
                .containsExactly(new ResolutionRow(null, null, open, resolved));
    }

    private void record(int day, ContainerFact... containers) {
        history.record(day(day), containers);
    }

    private void policy(int day, Capability... allowed) {
        history.at(day(day));
        history.allowing(allowed);
    }

    private List<String> told(int from, int to) {
        return changes
                .list(
                        Control.ADDED,
                        new Period(day(from), AsOf.at(day(to))),
                        ChangeFilter.ALL,
                        Pageable.unpaged(Sort.by("workload")))
                .stream()
                .map(ChangesTest::told)
                .toList();
    }

    private static String told(Change change) {
        return "%s %s on %d: +%s -%s"
                .formatted(
                        change.kind(),
                        change.workloadName(),
                        1 + Duration.between(DAY_1, change.at()).toDays(),
                        change.added(),
                        change.takenAway());
    }

    private List<Change> list(int from, int to, ChangeFilter filter) {
        return changes.list(Control.ADDED, new Period(day(from), AsOf.at(day(to))), filter, Pageable.unpaged());
    }

    private List<String> names(ChangeFilter filter, Pageable page) {
        return changes.list(Control.ADDED, Period.since(day(1)), filter, page).stream()
                .map(Change::workloadName)
                .toList();
    }

    private Map<ChangeKind, Long> kinds(int from, int to) {
        return count(from, to).byKind();
    }

    private ChangeCounts count(int from, int to) {
        return changes.count(Control.ADDED, new Period(day(from), AsOf.at(day(to))), ChangeFilter.ALL);
    }

    private static Instant day(int day) {
        return DAY_1.plus(Duration.ofDays(day - 1L));
    }

    private static ContainerFact app(String workload, String... added) {
        return image(workload, "1", added);
    }

    private static ContainerFact image(String workload, String tag, String... added) {
        return fact(Origin.CUSTOMER, workload, tag, added);
    }

    private static ContainerFact of(Origin origin, String workload, String... added) {
        return fact(origin, workload, "1", added);
    }

    private static ContainerFact fact(Origin origin, String workload, String tag, String... added) {
        return new ContainerFact(
                new WorkloadRef("shop", "Deployment", workload),
                ContainerKind.APP,
                "app",
                "registry.test/" + workload + ":" + tag,
                Setting.adding(added),
                origin,
                1);
    }
}
