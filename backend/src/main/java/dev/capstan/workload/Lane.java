package dev.capstan.workload;

import dev.capstan.collection.ContainerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One container over time.
 *
 * @param stretches what is known of it, oldest first; between two of them it did not run or nobody could see
 */
public record Lane(ContainerKind kind, String name, List<Stretch> stretches) {

    public Lane {
        stretches = List.copyOf(stretches);
    }

    private record Container(ContainerKind kind, String name) {}

    /**
     * A lane for every container of the workload, in the order of its ranges.
     *
     * @param from where to begin
     * @param until where to end: now, or the instant that is looked back from
     * @return without those that did not run in that time
     */
    public static List<Lane> of(WorkloadHistory history, Instant from, Instant until) {
        Map<Container, List<ContainerRange>> containers = history.ranges().stream()
                .collect(Collectors.groupingBy(
                        range -> new Container(range.kind(), range.name()), LinkedHashMap::new, Collectors.toList()));
        List<Lane> lanes = new ArrayList<>();
        containers.forEach((container, ranges) -> {
            List<Stretch> stretches = stretches(history, ranges, until).stream()
                    .filter(stretch -> stretch.until().isAfter(from))
                    .map(stretch -> stretch.within(from, until))
                    .toList();
            if (!stretches.isEmpty()) {
                lanes.add(new Lane(container.kind(), container.name(), stretches));
            }
        });
        return lanes;
    }

    private static List<Stretch> stretches(WorkloadHistory history, List<ContainerRange> ranges, Instant end) {
        List<Stretch> stretches = new ArrayList<>();
        List<Instant> cuts = List.copyOf(cuts(history, ranges, end));
        boolean absent = true;
        for (int i = 0; i + 1 < cuts.size(); i++) {
            Instant at = cuts.get(i);
            if (history.unreadAt(at).isPresent()) {
                continue;
            }
            List<ContainerRange> variants =
                    ranges.stream().filter(range -> range.runsAt(at)).toList();
            if (variants.isEmpty()) {
                absent = true;
                continue;
            }
            add(stretches, history, variants, at, cuts.get(i + 1), absent);
            absent = false;
        }
        return stretches;
    }

    private static TreeSet<Instant> cuts(WorkloadHistory history, List<ContainerRange> ranges, Instant end) {
        TreeSet<Instant> cuts = new TreeSet<>();
        for (ContainerRange range : ranges) {
            cuts.add(range.from());
            if (range.until() != null) {
                cuts.add(range.until());
            }
        }
        history.judgings().forEach(judging -> cuts.add(judging.from()));
        for (Unread gap : history.unread()) {
            cuts.add(gap.from());
            if (gap.until() != null) {
                cuts.add(gap.until());
            }
        }
        cuts.removeIf(cut -> !cut.isBefore(end));
        cuts.add(end);
        return cuts;
    }

    private static void add(
            List<Stretch> stretches,
            WorkloadHistory history,
            List<ContainerRange> variants,
            Instant from,
            Instant until,
            boolean absent) {
        Judging judging = history.judging(from);
        @Nullable Stretch before = stretches.isEmpty() ? null : stretches.getLast();
        Set<Change> changes =
                before == null || absent ? EnumSet.of(Change.APPEARED) : changes(before, variants, judging);
        if (before != null && changes.isEmpty() && before.until().equals(from)) {
            stretches.removeLast();
            stretches.add(new Stretch(
                    before.from(), until, variants, before.judgements(), before.judging(), before.changes()));
            return;
        }
        stretches.add(new Stretch(
                from,
                until,
                variants,
                variants.stream()
                        .map(range -> history.judgement(range, judging))
                        .toList(),
                judging,
                changes));
    }

    private static Set<Change> changes(Stretch before, List<ContainerRange> variants, Judging judging) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (differ(before, variants, ContainerRange::profile)) {
            changes.add(Change.SETTINGS);
        }
        if (differ(before, variants, ContainerRange::image)) {
            changes.add(Change.IMAGE);
        }
        if (differ(before, variants, ContainerRange::origin)) {
            changes.add(Change.ORIGIN);
        }
        if (before.judging().key() != judging.key()) {
            changes.add(Change.POLICY);
        }
        return changes;
    }

    private static boolean differ(Stretch before, List<ContainerRange> now, Function<ContainerRange, Object> part) {
        return !before.variants().stream()
                .map(part)
                .collect(Collectors.toSet())
                .equals(now.stream().map(part).collect(Collectors.toSet()));
    }
}
