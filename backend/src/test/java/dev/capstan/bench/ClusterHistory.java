package dev.capstan.bench;

import dev.capstan.bench.Judged.Outcome;
import dev.capstan.bench.LivingWorkload.Content;
import dev.capstan.bench.LivingWorkload.Slot;
import dev.capstan.bench.ToldWorkload.Finding;
import dev.capstan.bench.ToldWorkload.Range;
import dev.capstan.bench.ToldWorkload.Standing;
import dev.capstan.bench.ToldWorkload.Unit;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one cluster's history as the product would have, had it taken a snapshot on each day: the same rules of ranges,
 * findings and postures, by another way, since day by day through the product it would take weeks.
 */
final class ClusterHistory {

    private static final Control[] CONTROLS = Control.values();

    private final long cluster;
    private final long firstWorkload;
    private final Map<ContainerSettings, Judged> judged;
    private final HistoryRows rows;
    private final Map<Integer, ToldWorkload> told = new HashMap<>();
    private final Counts counts = Counts.none();
    private int running;
    private int containers;

    /** @param firstWorkload the key of its first workload; the others follow */
    ClusterHistory(long cluster, long firstWorkload, Map<ContainerSettings, Judged> judged, HistoryRows rows) {
        this.cluster = cluster;
        this.firstWorkload = firstWorkload;
        this.judged = judged;
        this.rows = rows;
    }

    /** Writes what the snapshot of a day changes. */
    void day(LivingCluster living, Instant at) {
        for (LivingWorkload workload : living.touched()) {
            ToldWorkload before = told.computeIfAbsent(workload.number, _ -> new ToldWorkload());
            int known = before.ranges.size();
            ranges(workload, before, at);
            containers += before.ranges.size() - known;
            running += (before.ranges.isEmpty() ? 0 : 1) - (known == 0 ? 0 : 1);
            findings(workload, before, at);
            standing(workload, before, at);
        }
        rows.snapshot(cluster, at, living.pods(), running, containers);
        for (Control control : CONTROLS) {
            rows.point(cluster, at, control, counts.of[control.ordinal()]);
        }
    }

    /** Writes what is open at the end. */
    void end(LivingCluster living, Instant firstDay) {
        for (LivingWorkload workload : living.workloads()) {
            ToldWorkload last = told.get(workload.number);
            if (last == null) {
                continue;
            }
            long id = id(workload);
            rows.workload(cluster, id, workload, firstDay);
            last.ranges.forEach((slot, range) -> rows.range(cluster, id, slot, range, judged(range), null));
            last.findings.forEach(
                    (unit, finding) -> rows.finding(cluster, id, unit, finding, isPlatform(workload), null, null));
            if (last.standing != null) {
                rows.posture(cluster, id, last.standing, null);
            }
        }
    }

    private void ranges(LivingWorkload workload, ToldWorkload told, Instant at) {
        told.ranges.entrySet().removeIf(entry -> {
            boolean ended = !entry.getValue().content().equals(workload.containers.get(entry.getKey()));
            if (ended) {
                rows.range(cluster, id(workload), entry.getKey(), entry.getValue(), judged(entry.getValue()), at);
            }
            return ended;
        });
        workload.containers.forEach((slot, content) -> told.ranges.putIfAbsent(slot, new Range(content, at)));
    }

    private void findings(LivingWorkload workload, ToldWorkload told, Instant at) {
        Set<Slot> slots = new HashSet<>(workload.containers.keySet());
        told.findings.keySet().forEach(unit -> slots.add(unit.slot()));
        for (Slot slot : slots) {
            Content content = workload.containers.get(slot);
            Judged now = content == null ? null : judged(content);
            for (Control control : CONTROLS) {
                finding(workload, told, new Unit(slot, control), now, at);
            }
        }
    }

    private void finding(LivingWorkload workload, ToldWorkload told, Unit unit, @Nullable Judged now, Instant at) {
        Finding open = told.findings.get(unit);
        Outcome outcome = now == null ? Outcome.NOT_APPLICABLE : now.under(unit.control());
        if (now == null || outcome != Outcome.FAIL) {
            if (open != null) {
                String ended = outcome == Outcome.PASS ? "FIXED" : "GONE";
                rows.finding(cluster, id(workload), unit, open, isPlatform(workload), at, ended);
                told.findings.remove(unit);
                told.closed.put(unit, true);
            }
        } else if (open == null) {
            String began = told.closed.containsKey(unit) ? "REOPENED" : "NEW";
            told.findings.put(unit, new Finding(at, at, now.rank(), now.askedFor(), began));
        } else if (open.rank() != now.rank() || !open.askedFor().equals(now.askedFor())) {
            rows.finding(cluster, id(workload), unit, open, isPlatform(workload), at, "CHANGED");
            told.findings.put(unit, new Finding(at, open.openedAt(), now.rank(), now.askedFor(), "CHANGED"));
        }
    }

    private void standing(LivingWorkload workload, ToldWorkload told, Instant at) {
        Standing before = told.standing;
        Posture posture = new Posture(workload, this::judged, told.findings);
        counts.add(told.counts, -1);
        told.counts = posture.counts();
        counts.add(told.counts, 1);
        String columns = workload.containers.isEmpty() ? null : posture.columns();
        if (before != null && before.columns().equals(columns)) {
            return;
        }
        if (before != null) {
            rows.posture(cluster, id(workload), before, at);
        }
        told.standing = columns == null ? null : new Standing(at, columns);
    }

    private long id(LivingWorkload workload) {
        return firstWorkload + workload.number;
    }

    private static boolean isPlatform(LivingWorkload workload) {
        return Posture.isPlatform(workload);
    }

    private Judged judged(Range range) {
        return judged(range.content());
    }

    private Judged judged(Content content) {
        return Objects.requireNonNull(judged.get(content.settings()));
    }
}
