package dev.capstan.bench;

import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The settings that containers of a company have, each as often as there: most say nothing, about one in twelve adds a
 * capability, one in a hundred is privileged.
 */
final class Variety {

    private static final int USERS = 24;

    private record Share(int perMille, boolean windows, boolean privileged, List<String> added, List<String> dropped) {}

    private static final List<Share> SHARES = List.of(
            linux(675, List.of(), List.of()),
            linux(205, List.of(), List.of("ALL")),
            linux(20, List.of(), List.of("NET_RAW")),
            linux(25, List.of("NET_BIND_SERVICE"), List.of("ALL")),
            linux(12, List.of("NET_ADMIN"), List.of()),
            linux(9, List.of("NET_ADMIN", "NET_RAW"), List.of("ALL")),
            linux(6, List.of("SYS_PTRACE"), List.of()),
            linux(5, List.of("IPC_LOCK"), List.of("ALL")),
            linux(5, List.of("CHOWN", "SETGID", "SETUID"), List.of("ALL")),
            linux(4, List.of("SYS_ADMIN"), List.of()),
            linux(4, List.of("CAP_SYS_ADMIN"), List.of()),
            linux(3, List.of("SYS_TIME"), List.of()),
            linux(3, List.of("SYS_RESOURCE"), List.of()),
            linux(2, List.of("ALL"), List.of()),
            linux(2, List.of("BPF", "PERFMON"), List.of()),
            new Share(10, false, true, List.of(), List.of()),
            new Share(10, true, false, List.of(), List.of()));

    /** Every one that {@link #draw} can give, each once. */
    static final List<ContainerSettings> ALL = all();

    private Variety() {}

    private static Share linux(int perMille, List<String> added, List<String> dropped) {
        return new Share(perMille, false, false, added, dropped);
    }

    private static List<ContainerSettings> all() {
        List<ContainerSettings> all = new ArrayList<>();
        for (Share share : SHARES) {
            for (int user = 0; user < USERS; user++) {
                all.add(new ContainerSettings(
                        ContainerRuntime.CONTAINERD,
                        share.windows,
                        share.privileged,
                        share.added,
                        share.dropped,
                        user == 0 ? null : 1000L + user,
                        user % 3 == 0 ? null : Boolean.TRUE,
                        user % 2 == 0 ? null : Boolean.FALSE,
                        null));
            }
        }
        return List.copyOf(all);
    }

    static ContainerSettings draw(RandomGenerator random) {
        int point = random.nextInt(1000);
        int share = 0;
        while (point >= SHARES.get(share).perMille) {
            point -= SHARES.get(share).perMille;
            share++;
        }
        return ALL.get(share * USERS + random.nextInt(USERS));
    }
}
