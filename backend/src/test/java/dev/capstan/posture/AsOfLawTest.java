package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Setting;
import dev.capstan.exceptionrequest.Content;
import dev.capstan.exceptionrequest.ExceptionRequests;
import dev.capstan.exceptionrequest.Exceptions;
import dev.capstan.workload.FailingUnit;
import dev.capstan.workload.History;
import dev.capstan.workload.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;

/**
 * The law of the past: what is read as of an instant is what a plain recount said at that instant, whatever was recorded
 * and decided since. Each parameter is the seed of a history.
 */
class AsOfLawTest {

    private static final PostureSettings SETTINGS = new PostureSettings(Duration.ofHours(24), Duration.ofHours(72));

    private static final List<String> WORDS = List.of(
            "nothing",
            "drop [ALL]",
            "drop [ALL] add [NET_BIND_SERVICE]",
            "add [CAP_SYS_ADMIN]",
            "add [SYS_ADMIN NET_ADMIN] drop [ALL]",
            "privileged",
            "windows");

    /** What a plain recount said. */
    private record Then(
            Map<Control, Score> score, Map<Control, Apart> apart, Map<Control, Map<Long, Recount.Counted>> workloads) {

        boolean excepts() {
            return score.values().stream().anyMatch(counts -> counts.excepted() > 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyInstantIsReadAsItWasCountedThen(long seed) {
        Random random = new Random(seed);
        History history = new History();
        Exceptions.people(history.jdbc);
        ExceptionRequests requests =
                Exceptions.requests(history.jdbc, history.failing(), history.judging(), history.clock());
        TreeMap<Instant, Then> counted = new TreeMap<>();
        Instant at = History.DAY_1;
        for (int i = 0; i < 20; i++) {
            Instant before = at;
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(900)));
            // Nobody looks at the instant at which an exception begins or ends, and it is counted all the same.
            for (Instant boundary : Exceptions.boundaries(history.jdbc, before, at)) {
                counted.put(boundary, recount(history, boundary));
            }
            history.at(at);
            history.settle();
            if (i % 6 == 5) {
                history.allowing(i % 12 == 5 ? Capability.NET_BIND_SERVICE : Capability.SYS_ADMIN);
            } else {
                history.record(at, containers(random));
            }
            if (i % 2 == 1) {
                Exceptions.grant(requests, anyContent(random, at), history);
                history.settle();
            }
            counted.put(at, recount(history, at));
        }

        Instant end = at.plus(Duration.ofDays(5));
        for (Instant boundary : Exceptions.boundaries(history.jdbc, at, end)) {
            counted.put(boundary, recount(history, boundary));
        }
        history.at(end);
        history.settle();
        assertThat(counted.values()).as("exceptions excuse something").anyMatch(Then::excepts);
        for (Instant then = History.DAY_1; then.isBefore(end); then = then.plus(Duration.ofHours(29))) {
            Map.Entry<Instant, Then> known = counted.floorEntry(then);
            readsAs(history, AsOf.at(then), known == null ? null : known.getValue(), end);
        }
        counted.forEach((instant, then) -> readsAs(history, AsOf.at(instant), then, end));
        counted.forEach((instant, then) -> {
            Instant before = instant.minusMillis(1);
            Map.Entry<Instant, Then> known = counted.floorEntry(before);
            readsAs(history, AsOf.at(before), known == null ? null : known.getValue(), end);
        });
    }

    private static void readsAs(History history, AsOf asOf, @Nullable Then then, Instant now) {
        Postures postures = postures(history, now);
        for (Control control : Control.values()) {
            ClusterPosture cluster =
                    postures.cluster(history.cluster, control, asOf).orElseThrow();
            boolean forgotten = cluster.freshness() == Freshness.NOT_ASSESSED;
            Score score = then == null ? Score.NONE : then.score.get(control);
            assertThat(cluster.score()).isEqualTo(forgotten ? score.forgotten() : score);
            assertThat(cluster.apart()).isEqualTo(then == null || forgotten ? Apart.NONE : then.apart.get(control));

            List<WorkloadPosture> workloads =
                    postures.workloads(control, WorkloadFilter.SCORED, asOf, Pageable.unpaged());
            assertThat(workloads.stream()
                            .collect(Collectors.toMap(
                                    WorkloadPosture::id, w -> new Recount.Counted(w.containers(), w.failing()))))
                    .isEqualTo(then == null ? Map.of() : then.workloads.get(control));
            assertThat(postures.countWorkloads(control, WorkloadFilter.SCORED, asOf))
                    .isEqualTo(workloads.size());
            groupsAddUp(postures, control, asOf);
        }
    }

    private static void groupsAddUp(Postures postures, Control control, AsOf asOf) {
        Score fleet = postures.fleet(control, asOf).score();
        List<Grouping> groupings = List.of(
                new Grouping.BySubscription(),
                new Grouping.ByCluster(),
                new Grouping.ByTag("environment"),
                new Grouping.ByNamespace(),
                new Grouping.ByOwner());
        for (Grouping grouping : groupings) {
            assertThat(postures.scores(grouping, control, asOf).stream()
                            .map(GroupScore::score)
                            .reduce(Score.NONE, Score::plus))
                    .as("%s under %s", grouping, control)
                    .isEqualTo(fleet);
        }
        assertThat(postures.heatMap(control, null, asOf).stream()
                        .map(HeatMapCell::score)
                        .reduce(Score.NONE, Score::plus))
                .isEqualTo(fleet);
    }

    private static Postures postures(History history, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        ClusterList clusters = new ClusterList(history.jdbc, SETTINGS, clock);
        return new Postures(
                clusters,
                new WorkloadList(history.jdbc, SETTINGS, clock),
                new TrendLine(
                        history.jdbc,
                        SETTINGS,
                        clock,
                        new Remembered(
                                history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock)),
                new AskedForCount(mock(Policies.class), history.jdbc, SETTINGS, clock),
                new GroupScores(clusters, history.jdbc, SETTINGS, clock),
                new Remembered(history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), clock));
    }

    private static Content anyContent(Random random, Instant now) {
        return Exceptions.content(
                "ns-" + random.nextInt(2),
                now.plus(Duration.ofMinutes(random.nextInt(600))),
                Duration.ofMinutes(1 + random.nextInt(3000)),
                List.of("SYS_ADMIN", "NET_ADMIN", "privileged", "ALL", "NET_RAW")
                        .get(random.nextInt(5)),
                random.nextBoolean()
                        ? new String[] {"w0", "w1", "w2", "w3", "w4"}
                        : new String[] {"w" + random.nextInt(5)});
    }

    private static Then recount(History history, Instant at) {
        Map<Control, Score> scores = new HashMap<>();
        Map<Control, Apart> aparts = new HashMap<>();
        Map<Control, Map<Long, Recount.Counted>> workloads = new HashMap<>();
        List<Long> ids = history.jdbc
                .sql("select distinct workload_id from workload_container where seen_until is null")
                .query(Long.class)
                .list();
        for (Control control : Control.values()) {
            List<FailingUnit> excepted = Exceptions.excepted(history.jdbc, history.failing(), control, at);
            Score raw = Recount.score(history.jdbc, history.cluster, control);
            scores.put(
                    control,
                    new Score(
                            raw.passing(),
                            raw.failing() - excepted.size(),
                            excepted.size(),
                            0,
                            raw.notAssessed(),
                            raw.notApplicable()));
            aparts.put(control, Recount.apart(history.jdbc, history.cluster, control));
            Map<Long, Recount.Counted> counted = new HashMap<>();
            ids.forEach(id -> counted.put(id, Recount.workload(history.jdbc, history.cluster, id, control)));
            counted.values().removeIf(each -> each.containers() == 0);
            excepted.forEach(unit -> counted.computeIfPresent(
                    unit.workload(), (_, one) -> new Recount.Counted(one.containers(), one.failing() - 1)));
            workloads.put(control, counted);
        }
        return new Then(scores, aparts, workloads);
    }

    private static List<ContainerFact> containers(Random random) {
        Map<String, ContainerFact> containers = new LinkedHashMap<>();
        // One for all variants of a container, as the recount takes it to be.
        Map<String, Origin> origins = new HashMap<>();
        for (int i = 1 + random.nextInt(14); i > 0; i--) {
            WorkloadRef workload = new WorkloadRef("ns-" + random.nextInt(2), "Deployment", "w" + random.nextInt(5));
            String name = "c" + random.nextInt(2);
            ContainerFact fact = new ContainerFact(
                    workload,
                    ContainerKind.APP,
                    name,
                    "image:" + random.nextInt(2),
                    Setting.of(WORDS.get(random.nextInt(WORDS.size()))),
                    origins.computeIfAbsent(workload + name, _ -> anyOrigin(random)),
                    1 + random.nextInt(5));
            containers.put(workload + name + fact.image() + fact.settings(), fact);
        }
        return new ArrayList<>(containers.values());
    }

    private static Origin anyOrigin(Random random) {
        return random.nextInt(3) > 0 ? Origin.CUSTOMER : Origin.values()[random.nextInt(Origin.values().length)];
    }
}
