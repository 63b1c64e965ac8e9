package dev.capstan.posture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.Origin;
import dev.capstan.collection.WorkloadRef;
import dev.capstan.evaluation.Setting;
import dev.capstan.workload.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;

/**
 * The law of changes: what fails at the end is what failed at the beginning, and what was opened, without what was closed;
 * and each change is what two plain readings, laid side by side, show. Each parameter is the seed of a history.
 */
class ChangesLawTest {

    private static final List<String> WORDS = List.of(
            "nothing",
            "drop [ALL]",
            "drop [ALL] add [NET_BIND_SERVICE]",
            "add [CAP_SYS_ADMIN]",
            "add [SYS_ADMIN NET_ADMIN] drop [ALL]",
            "privileged",
            "windows");

    private record Unit(String outcome, boolean platform, String asked, int risk) {

        boolean fails() {
            return outcome.equals("FAIL") && !platform;
        }
    }

    private final History history = new History();
    private final Changes changes = new Changes(
            new ChangeList(history.jdbc),
            new Remembered(
                    history.jdbc, new PostureSettings(Duration.ofHours(24), Duration.ofHours(72)), Clock.systemUTC()));
    private final TreeMap<Instant, Map<Control, Map<String, Unit>>> read = new TreeMap<>();
    private final List<Instant> policies = new ArrayList<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatFailsIsWhatFailedAndWhatChanged(long seed) {
        Random random = new Random(seed);
        Instant at = History.DAY_1;
        read.put(at.minusSeconds(1), Map.of());
        for (int i = 0; i < 12; i++) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(900)));
            history.at(at);
            if (i % 4 == 3) {
                policies.add(at);
                history.allowing(i % 8 == 3 ? Capability.NET_BIND_SERVICE : Capability.SYS_ADMIN);
            } else {
                history.record(at, containers(random));
            }
            read.put(at, units());
        }
        List<Instant> instants = new ArrayList<>(read.keySet());
        for (Control control : Control.values()) {
            for (int from = 0; from < instants.size(); from++) {
                for (int to = from + 1; to < instants.size(); to += 1 + random.nextInt(4)) {
                    holds(control, instants.get(from), AsOf.at(instants.get(to)), instants.get(to));
                }
                holds(control, instants.get(from).plusMillis(7), AsOf.NOW, at.plusMillis(7));
            }
        }
    }

    private void holds(Control control, Instant from, AsOf to, Instant end) {
        Period period = new Period(from, to);
        Map<String, Unit> before = floor(from, control);
        Map<String, Unit> after = floor(end, control);
        ChangeCounts counts = changes.count(control, period, ChangeFilter.ALL);
        List<Change> list = changes.list(control, period, ChangeFilter.ALL, Pageable.unpaged());

        assertThat(counts.net()).isEqualTo(failing(after) - failing(before));
        assertThat(counts.byKind())
                .isEqualTo(list.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting())));
        Map<String, Change> byUnit = list.stream().collect(Collectors.toMap(ChangesLawTest::key, c -> c));
        Map<String, ChangeKind> expected = expected(control, from, before, after);
        assertThat(byUnit.keySet()).isEqualTo(expected.keySet());
        boolean policyChanged = policies.stream().anyMatch(p -> p.isAfter(from) && !p.isAfter(end));
        byUnit.forEach((unit, change) -> {
            if (change.kind() == ChangeKind.POLICY) {
                assertThat(policyChanged).isTrue();
            } else {
                assertThat(change.kind()).as("%s: %s", period, change).isEqualTo(expected.get(unit));
            }
            assertThat(change.at()).isAfter(from).isBeforeOrEqualTo(end);
            assertThat(change.failingSince()).isBeforeOrEqualTo(end);
            says(change.before(), before.get(unit));
            says(change.after(), after.get(unit));
        });
    }

    private static void says(Change.@Nullable State state, @Nullable Unit unit) {
        assertThat(state != null).isEqualTo(unit != null && unit.fails());
        if (state != null) {
            assertThat(String.join(" ", state.askedFor())).isEqualTo(unit.asked);
            assertThat(state.risk() == null ? 0 : state.risk().ordinal() + 1).isEqualTo(unit.risk);
        }
    }

    private Map<String, ChangeKind> expected(
            Control control, Instant from, Map<String, Unit> before, Map<String, Unit> after) {
        Map<String, ChangeKind> expected = new HashMap<>();
        before.forEach((key, was) -> {
            Unit is = after.get(key);
            if (was.fails() && !was.equals(is)) {
                expected.put(
                        key,
                        is == null || is.platform || is.outcome.equals("NOT_APPLICABLE")
                                ? ChangeKind.GONE
                                : is.fails() ? ChangeKind.CHANGED : ChangeKind.FIXED);
            }
        });
        after.forEach((key, is) -> {
            Unit was = before.get(key);
            if (is.fails() && (was == null || !was.fails())) {
                SortedMap<Instant, Map<Control, Map<String, Unit>>> earlier = read.headMap(from, true);
                boolean failed = earlier.values().stream()
                        .map(units -> units.getOrDefault(control, Map.of()).get(key))
                        .filter(Objects::nonNull)
                        .anyMatch(Unit::fails);
                expected.put(key, failed ? ChangeKind.REOPENED : ChangeKind.NEW);
            }
        });
        return expected;
    }

    private static long failing(Map<String, Unit> units) {
        return units.values().stream().filter(Unit::fails).count();
    }

    private Map<String, Unit> floor(Instant at, Control control) {
        return read.floorEntry(at).getValue().getOrDefault(control, Map.of());
    }

    private Map<Control, Map<String, Unit>> units() {
        Map<Control, Map<String, Unit>> units = new HashMap<>();
        history.jdbc
                .sql("select u.*, w.namespace || '/' || w.name as workload from current_unit u"
                        + " join workload w on w.id = u.workload_id")
                .query(row -> {
                    units.computeIfAbsent(Control.valueOf(row.getString("control")), _ -> new HashMap<>())
                            .put(
                                    row.getString("workload") + "/" + row.getString("name"),
                                    new Unit(
                                            row.getString("outcome"),
                                            row.getString("class").equals("PLATFORM"),
                                            String.join(" ", (String[])
                                                    row.getArray("asked_for").getArray()),
                                            row.getInt("risk")));
                });
        return units;
    }

    private static String key(Change change) {
        return change.namespace() + "/" + change.workloadName() + "/" + change.container();
    }

    private static List<ContainerFact> containers(Random random) {
        Map<String, ContainerFact> containers = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(14); i > 0; i--) {
            WorkloadRef workload = new WorkloadRef("ns-" + random.nextInt(2), "Deployment", "w" + random.nextInt(3));
            String name = "c" + random.nextInt(2);
            ContainerFact fact = new ContainerFact(
                    workload,
                    ContainerKind.APP,
                    name,
                    "image:" + random.nextInt(2),
                    Setting.of(WORDS.get(random.nextInt(WORDS.size()))),
                    random.nextInt(4) > 0 ? Origin.CUSTOMER : Origin.values()[random.nextInt(Origin.values().length)],
                    1 + random.nextInt(5));
            containers.put(workload + name + fact.image() + fact.settings(), fact);
        }
        return new ArrayList<>(containers.values());
    }
}
