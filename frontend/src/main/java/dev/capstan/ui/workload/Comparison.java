package dev.capstan.ui.workload;

import dev.capstan.workload.Change;
import dev.capstan.workload.ContainerRange;
import dev.capstan.workload.Lane;
import dev.capstan.workload.Stretch;
import dev.capstan.workload.WorkloadHistory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The two instants that are compared, and those that could be.
 *
 * @param choices every instant at which something changed, newest first, with what that was
 */
record Comparison(Instant then, Instant now, Map<Instant, String> choices) {

    private static final String ANOTHER = "another container";

    /** @param end the instant that the page speaks of */
    static Comparison of(WorkloadHistory history, WorkloadState state, Instant end) {
        Instant now = state.now() == null || state.now().isAfter(end) ? end : state.now();
        List<Instant> changes = history.changes().stream()
                .filter(change -> !change.isAfter(end))
                .toList();
        List<Instant> before =
                changes.stream().filter(change -> !change.isAfter(now)).toList();
        Instant then = state.then() == null || state.then().isAfter(end) ? usual(history, before, now) : state.then();
        return new Comparison(then, now, choices(history, changes, end));
    }

    /** What ran before the settings of what runs now last changed; where they never did, before anything did. */
    private static Instant usual(WorkloadHistory history, List<Instant> changes, Instant now) {
        Set<Object> running = at(history, now, Comparison::container);
        // The others do not count: what was added for debugging and is gone is no change of what runs.
        return before(
                        history,
                        changes,
                        range -> running.contains(container(range))
                                ? List.of(container(range), range.profile())
                                : ANOTHER)
                .or(() -> before(history, changes, range -> range))
                .orElse(changes.isEmpty() ? now : changes.getFirst());
    }

    private static Optional<Instant> before(
            WorkloadHistory history, List<Instant> changes, Function<ContainerRange, Object> part) {
        for (int i = changes.size() - 1; i > 0; i--) {
            if (!at(history, changes.get(i), part).equals(at(history, changes.get(i - 1), part))) {
                return Optional.of(changes.get(i - 1));
            }
        }
        return Optional.empty();
    }

    private static Object container(ContainerRange range) {
        return List.of(range.kind(), range.name());
    }

    private static Set<Object> at(WorkloadHistory history, Instant instant, Function<ContainerRange, Object> part) {
        return history.ranges().stream()
                .filter(range -> range.runsAt(instant))
                .map(part)
                .filter(known -> !known.equals(ANOTHER))
                .collect(Collectors.toSet());
    }

    private static Map<Instant, String> choices(WorkloadHistory history, List<Instant> changes, Instant end) {
        Map<Instant, Set<Change>> what = new TreeMap<>();
        for (Lane lane : Lane.of(history, Instant.EPOCH, end)) {
            for (Stretch stretch : lane.stretches()) {
                what.computeIfAbsent(stretch.from(), at -> new TreeSet<>()).addAll(stretch.changes());
            }
        }
        Map<Instant, String> choices = new LinkedHashMap<>();
        for (Instant change : changes.reversed()) {
            Set<Change> all = what.getOrDefault(change, Set.of());
            choices.put(
                    change,
                    all.isEmpty()
                            ? "something ended"
                            : all.stream().map(Change::words).collect(Collectors.joining(", ")));
        }
        return choices;
    }
}
