package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.WorkloadKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A workload of the platform or of somebody else's software, as the catalogue describes it.
 *
 * @param of its kind and its replicas ({@code Deployment 3}), or how often it runs ({@code CronJob 6h})
 * @param namespace its namespace, null for the usual one
 * @param platform whether AKS manages it although it stands among the software
 * @param ownerOnly whether the label of what AKS manages is on the workload alone and not on its pods
 * @param pod what its pods say for all their containers, null for nothing
 * @param containers its containers in words
 * @param fixed the day about which it becomes what {@code later} says, null for never
 * @param later its containers from then on, null for the same
 * @param from the day on which it appears, null for long ago
 * @param until the day on which it goes, null for never
 */
record Recipe(
        String of,
        @Nullable String namespace,
        boolean platform,
        boolean ownerOnly,
        @Nullable String pod,
        List<String> containers,
        @Nullable Integer fixed,
        @Nullable List<String> later,
        @Nullable Integer from,
        @Nullable Integer until) {

    WorkloadKind kind() {
        return kind(of.split(" ")[0]);
    }

    /** How many pods it has; a CronJob has one per run. */
    int replicas() {
        String[] words = of.split(" ");
        return words.length < 2 || words[1].endsWith("h") ? 1 : Integer.parseInt(words[1]);
    }

    /** How often it runs; of no meaning but for CronJobs. */
    Duration every() {
        String[] words = of.split(" ");
        return words.length == 2 && words[1].endsWith("h")
                ? Duration.parse("PT" + words[1].toUpperCase(Locale.ROOT))
                : Duration.ofHours(24);
    }

    /** A kind by the name that the API gives it. */
    static WorkloadKind kind(String name) {
        for (WorkloadKind kind : WorkloadKind.values()) {
            if (kind.kind().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of workload: " + name);
    }
}
