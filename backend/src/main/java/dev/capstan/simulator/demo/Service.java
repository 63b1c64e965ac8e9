package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.WorkloadKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of the company's own.
 *
 * @param name its name
 * @param stack the key of its stack
 * @param replicas how many pods it has at full scale
 * @param habit the key of its habit
 * @param kind what looks after its pods
 * @param every how often it runs, where it is a CronJob
 * @param pod what its pods say for all their containers
 * @param from the day on which it appears, null for long ago
 * @param until the day on which it goes, null for never
 */
record Service(
        String name,
        String stack,
        int replicas,
        String habit,
        WorkloadKind kind,
        Duration every,
        String pod,
        @Nullable Integer from,
        @Nullable Integer until) {

    /**
     * Reads a line of the catalogue.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    static Service parse(String line) {
        List<String> words = List.of(line.split(" +"));
        Map<String, String> unusual = new HashMap<>();
        for (String word : words.subList(4, words.size())) {
            int equals = word.indexOf('=');
            unusual.put(word.substring(0, equals), word.substring(equals + 1));
        }
        String from = unusual.get("from");
        String until = unusual.get("until");
        return new Service(
                words.get(0),
                words.get(1),
                Integer.parseInt(words.get(2)),
                words.get(3),
                Recipe.kind(unusual.getOrDefault("kind", "Deployment")),
                Duration.parse("PT" + unusual.getOrDefault("every", "24h").toUpperCase(Locale.ROOT)),
                unusual.getOrDefault("pod", ""),
                from == null ? null : Integer.valueOf(from),
                until == null ? null : Integer.valueOf(until));
    }

    boolean windows() {
        return pod.contains("windows");
    }
}
