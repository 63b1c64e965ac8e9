package dev.capstan.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What steps took, for people to read. */
final class Table {

    private Table() {}

    /** Prints it, and answers whether every target was held. */
    static boolean print(Map<Step, List<Long>> took, Duration howLong) {
        System.out.printf("%-46s %7s %8s %8s %8s %8s %8s%n", "ms", "count", "p50", "p95", "p99", "max", "target");
        boolean held = true;
        int count = 0;
        for (Map.Entry<Step, List<Long>> entry : took.entrySet()) {
            Step step = entry.getKey();
            List<Long> sorted = entry.getValue().stream().sorted().toList();
            if (sorted.isEmpty()) {
                continue;
            }
            count += sorted.size();
            double p95 = at(sorted, 0.95);
            boolean holds = p95 <= step.target();
            held &= holds;
            System.out.printf(
                    "%-46s %,7d %8.1f %8.1f %8.1f %8.1f %8d %s%n",
                    step.name(),
                    sorted.size(),
                    at(sorted, 0.5),
                    p95,
                    at(sorted, 0.99),
                    at(sorted, 1),
                    step.target(),
                    holds ? "held" : "MISSED");
        }
        System.out.printf("%,d steps, %.1f a second%n", count, (double) count / howLong.toSeconds());
        return held;
    }

    private static double at(List<Long> sorted, double part) {
        int index = (int) Math.ceil(part * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }
}
