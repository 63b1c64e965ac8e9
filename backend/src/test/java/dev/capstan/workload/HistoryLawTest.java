package dev.capstan.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.ContainerFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the history: whatever was recorded, every instant is read back as the snapshot that was newest then. */
class HistoryLawTest {

    private static final List<String> CAPABILITIES = List.of("NET_ADMIN", "SYS_ADMIN", "CHOWN", "all", "CAP_X");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyInstantIsReadBackAsItsNewestSnapshot(long seed) {
        Random random = new Random(seed);
        History history = new History();
        Map<Instant, Set<String>> snapshots = new LinkedHashMap<>();
        Instant at = History.DAY_1;
        for (int i = 0; i < 25; i++) {
            at = at.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            List<ContainerFact> containers = containers(random);
            history.record(at, containers);
            snapshots.put(at, containers.stream().map(History::line).collect(Collectors.toSet()));
        }

        List<Instant> instants = new ArrayList<>(snapshots.keySet());
        for (int i = 0; i < instants.size(); i++) {
            Set<String> expected = snapshots.get(instants.get(i));
            assertThat(history.asOf(instants.get(i))).isEqualTo(expected);
            if (i + 1 < instants.size()) {
                assertThat(history.asOf(instants.get(i + 1).minusMillis(1))).isEqualTo(expected);
            }
        }
        assertThat(history.count("snapshot_staging")).isZero();
    }

    private static List<ContainerFact> containers(Random random) {
        Map<String, ContainerFact> containers = new LinkedHashMap<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String workload = "w" + random.nextInt(8);
            String[] added = random.nextInt(3) == 0
                    ? new String[] {CAPABILITIES.get(random.nextInt(CAPABILITIES.size()))}
                    : new String[0];
            ContainerFact fact = History.fact(
                    workload, "c" + random.nextInt(2), "image:" + random.nextInt(2), 1 + random.nextInt(5), added);
            containers.put(History.line(fact), fact);
        }
        return List.copyOf(containers.values());
    }
}
