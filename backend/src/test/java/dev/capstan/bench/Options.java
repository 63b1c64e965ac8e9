package dev.capstan.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the command line says.
 *
 * @param users how many people look at once
 * @param seconds for how long they look
 * @param think how long a person looks at a screen before the next step
 * @param data where the made-up fleet is kept from one run to the next
 * @param strict whether a missed target is an error
 * @param writes whether it is also measured what recording and a changed policy cost
 */
record Options(FleetSize size, int users, int seconds, Duration think, Path data, boolean strict, boolean writes) {

    private static final double CHURN = 0.01;

    /** @throws IllegalArgumentException when there is no such option */
    static Options parse(String... arguments) {
        Map<String, String> given = new TreeMap<>(Map.of(
                "--clusters", "500",
                "--containers", "2500",
                "--days", "400",
                "--users", "50",
                "--seconds", "60",
                "--think", "2",
                "--data", "target/bench/screens",
                "--strict", "no",
                "--writes", "yes"));
        for (int i = 0; i < arguments.length; i++) {
            if (!given.containsKey(arguments[i])) {
                throw new IllegalArgumentException("bench screens knows " + given.keySet() + ", not " + arguments[i]);
            }
            if (arguments[i].equals("--strict")) {
                given.put("--strict", "yes");
            } else if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            } else {
                given.put(arguments[i], arguments[++i]);
            }
        }
        return new Options(
                new FleetSize(
                        number(given, "--clusters"), number(given, "--containers"), number(given, "--days"), CHURN),
                number(given, "--users"),
                number(given, "--seconds"),
                Duration.ofMillis(Math.round(1000 * Double.parseDouble(given.getOrDefault("--think", "")))),
                Path.of(given.getOrDefault("--data", "")),
                "yes".equals(given.get("--strict")),
                "yes".equals(given.get("--writes")));
    }

    private static int number(Map<String, String> given, String option) {
        return Integer.parseInt(given.getOrDefault(option, ""));
    }
}
