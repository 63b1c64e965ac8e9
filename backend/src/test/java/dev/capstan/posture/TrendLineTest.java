package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Control;
import dev.capstan.workload.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrendLineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate MONDAY = TODAY.minusDays(1);
    private static final LocalDate SUNDAY = TODAY.minusDays(2);
    private static final LocalDate SATURDAY = TODAY.minusDays(3);
    private static final LocalDate FRIDAY = TODAY.minusDays(4);

    private final Fleet fleet = new Fleet();

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void aDayHasTheLastPointOfEachCluster() {
        fleet.cluster("a")
                .scored(at(MONDAY, "06:00"), new Score(1, 9, 0, 0))
                .scored(at(MONDAY, "18:00"), new Score(5, 5, 0, 0));
        fleet.cluster("b").scored(at(MONDAY, "23:59:59.999999"), new Score(20, 0, 0, 2));

        assertThat(trend(MONDAY, MONDAY)).containsExactly(new Score(25, 5, 0, 2));
    }

    @Test
    void midnightBelongsToTheDayThatBegins() {
        fleet.cluster("a").scored(at(MONDAY, "00:00"), new Score(1, 0, 0, 0));

        assertThat(trend(SUNDAY, MONDAY)).containsExactly(null, new Score(1, 0, 0, 0));
    }

    @Test
    void todayIsReadAsOfNow() {
        fleet.cluster("a")
                .scored(at(TODAY, "12:00"), new Score(1, 0, 0, 0))
                .scored(at(TODAY, "12:00:00.000001"), new Score(2, 0, 0, 0));

        assertThat(trend(TODAY, TODAY)).containsExactly(new Score(1, 0, 0, 0));
    }

    @Test
    void aDayWithoutASnapshotIsAGapAndSoIsADayToCome() {
        fleet.cluster("a")
                .scored(at(SATURDAY, "10:00"), new Score(1, 0, 0, 0))
                .scored(at(MONDAY, "10:00"), new Score(2, 0, 0, 0));

        assertThat(trend(FRIDAY, TODAY.plusDays(1)))
                .containsExactly(null, new Score(1, 0, 0, 0), null, new Score(2, 0, 0, 0), null, null);
    }

    @Test
    void aClusterThatWasNotReadOnADayIsCarriedOnWhileItIsBelieved() {
        fleet.cluster("a").scored(at(FRIDAY, "10:00"), new Score(3, 1, 0, 0));
        StoredCluster daily = fleet.cluster("daily");
        for (LocalDate day : List.of(FRIDAY, SATURDAY, SUNDAY, MONDAY)) {
            daily.scored(at(day, "10:00"), new Score(10, 0, 0, 0));
        }

        assertThat(trend(FRIDAY, MONDAY))
                .containsExactly(
                        new Score(13, 1, 0, 0), new Score(13, 1, 0, 0), new Score(13, 1, 0, 0), new Score(10, 0, 4, 0));
    }

    @Test
    void aPointIsForgottenFromSeventyTwoHoursBeforeTheEndOfTheDayOn() {
        fleet.cluster("just").scored(at(SATURDAY, "00:00"), new Score(1, 0, 0, 0));
        fleet.cluster("still").scored(at(SATURDAY, "00:00:00.000001"), new Score(10, 0, 0, 0));
        fleet.cluster("daily").scored(at(MONDAY, "10:00"), new Score(100, 0, 0, 0));

        assertThat(trend(MONDAY, MONDAY)).containsExactly(new Score(110, 0, 1, 0));
    }

    @Test
    void todayForgetsFromSeventyTwoHoursBeforeNowOn() {
        fleet.cluster("just").scored(at(SATURDAY, "12:00"), new Score(1, 0, 0, 0));
        fleet.cluster("still").scored(at(SATURDAY, "12:00:00.000001"), new Score(10, 0, 0, 0));
        fleet.cluster("daily").scored(at(TODAY, "10:00"), new Score(100, 0, 0, 0));

        assertThat(trend(TODAY, TODAY)).containsExactly(new Score(110, 0, 1, 0));
    }

    @Test
    void aClusterIsLeftOutFromTheDayItWasGone() {
        fleet.cluster("gone")
                .scored(at(SATURDAY, "10:00"), new Score(1, 0, 0, 0))
                .scored(at(SUNDAY, "10:00"), new Score(1, 0, 0, 0))
                .gone(at(SUNDAY, "15:00"));
        StoredCluster daily = fleet.cluster("daily");
        daily.scored(at(SATURDAY, "10:00"), new Score(10, 0, 0, 0));
        daily.scored(at(SUNDAY, "10:00"), new Score(10, 0, 0, 0));

        assertThat(trend(SATURDAY, SUNDAY)).containsExactly(new Score(11, 0, 0, 0), new Score(10, 0, 0, 0));
    }

    @Test
    void oneClustersTrendKnowsNothingOfTheOthers() {
        StoredCluster one = fleet.cluster("one").scored(at(SUNDAY, "10:00"), new Score(1, 2, 0, 3));
        fleet.cluster("other").scored(at(MONDAY, "10:00"), new Score(10, 0, 0, 0));

        assertThat(scores(fleet.read().trend(new Scope.OfCluster(one.id()), Control.ASSIGNED, SATURDAY, MONDAY)))
                .containsExactly(null, new Score(1, 2, 0, 3), null);
    }

    @Test
    void aClusterThatIsNotReadAnyMoreIsAGapWhileItIsBelievedAndNotAssessedFromThenOn() {
        StoredCluster lost = fleet.cluster("lost").scored(at(FRIDAY, "10:00"), new Score(3, 1, 0, 2));
        fleet.cluster("daily").scored(at(TODAY, "10:00"), new Score(10, 0, 0, 0));

        assertThat(scores(fleet.read().trend(new Scope.OfCluster(lost.id()), Control.ADDED, FRIDAY, TODAY.plusDays(1))))
                .containsExactly(new Score(3, 1, 0, 2), null, null, new Score(0, 0, 4, 2), new Score(0, 0, 4, 2), null);
        assertThat(trend(TODAY, TODAY)).containsExactly(new Score(10, 0, 4, 2));
    }

    @Test
    void aNamespacesTrendIsNotAssessedWhenItsClusterIs() {
        StoredCluster lost = fleet.cluster("lost")
                .runs("shop", "Deployment", "web", 1, StoredCluster.Running.app("web", "add [NET_ADMIN]"))
                .readAgo(Duration.ofDays(5));

        assertThat(scores(fleet.read()
                        .trend(new Scope.OfNamespace(lost.id(), "shop"), Control.ADDED, TODAY, TODAY.plusDays(1))))
                .containsExactly(new Score(0, 0, 1, 0), null);
    }

    @Test
    void aTrendOfThePastEndsWithItsInstant() {
        fleet.cluster("a")
                .scored(at(SUNDAY, "10:00"), new Score(1, 0, 0, 0))
                .scored(at(MONDAY, "10:00"), new Score(2, 0, 0, 0))
                .scored(at(MONDAY, "14:00"), new Score(3, 0, 0, 0));

        assertThat(scores(fleet.read().trend(Scope.FLEET, Control.ADDED, SUNDAY, TODAY, AsOf.at(at(MONDAY, "12:00")))))
                .containsExactly(new Score(1, 0, 0, 0), new Score(2, 0, 0, 0), null);
    }

    @Test
    void anOwnersTrendOfThePastKnowsNothingOfTheRestOfItsLastDay() {
        History history = new History();
        history.record(at(SUNDAY, "10:00"), History.app("cart"), History.app("till"));
        history.record(at(MONDAY, "10:00"), History.app("cart", "SYS_ADMIN"), History.app("till"));
        history.record(at(MONDAY, "14:00"), History.app("cart"), History.app("till"), History.app("desk"));

        assertThat(unowned(history, at(MONDAY, "12:00")))
                .containsExactly(new Score(2, 0, 0, 0), new Score(1, 1, 0, 0), null);
        assertThat(unowned(history, at(MONDAY, "14:00")))
                .containsExactly(new Score(2, 0, 0, 0), new Score(3, 0, 0, 0), null);
    }

    @Test
    void daysInTheWrongOrderAreNoDays() {
        assertThat(fleet.read().trend(Scope.FLEET, Control.ADDED, MONDAY, SUNDAY))
                .isEmpty();
    }

    private List<@Nullable Score> trend(LocalDate from, LocalDate to) {
        List<TrendPoint> points = fleet.read().trend(Scope.FLEET, Control.ADDED, from, to);
        assertThat(points)
                .extracting(TrendPoint::day)
                .containsExactlyElementsOf(from.datesUntil(to.plusDays(1)).toList());
        return scores(points);
    }

    private static List<@Nullable Score> unowned(History history, Instant asOf) {
        Clock clock = Clock.fixed(Fleet.NOON, ZoneOffset.UTC);
        PostureSettings settings = new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));
        TrendLine trend = new TrendLine(history.jdbc, settings, clock, new Remembered(history.jdbc, settings, clock));
        return scores(
                trend.read(new Scope.OfOwner(WorkloadFilter.NO_OWNER), Control.ADDED, SUNDAY, TODAY, AsOf.at(asOf)));
    }

    private static List<@Nullable Score> scores(List<TrendPoint> points) {
        return Arrays.asList(points.stream().map(TrendPoint::score).toArray(Score[]::new));
    }

    private static Instant at(LocalDate day, String time) {
        return Instant.parse(day + "T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
