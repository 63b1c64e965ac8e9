package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.Dice;
import dev.capstan.simulator.world.History;
import dev.capstan.simulator.world.PodTemplate;
import dev.capstan.simulator.world.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A history without end: what is planned happens on its day, releases come in between at random, and with some of them
 * somebody puts in a capability for a few days. Revisions are worked out when they are first asked for and are the same
 * in whatever order one asks.
 */
final class EvolvingHistory implements History {
    private static final List<String> RELAPSES = List.of(
            "drop=ALL add=SYS_PTRACE",
            "drop=ALL add=NET_ADMIN,NET_RAW",
            "privileged",
            "add=SYS_ADMIN",
            "add=SYS_PTRACE");
    private static final double CHANCE_OF_RELAPSE = 0.04;

    /** How often and how fast a workload changes. */
    record Pace(double daysBetweenReleases, Duration rollout, boolean relapses) {}

    /** A change on a day that is known beforehand. */
    record Planned(Instant at, UnaryOperator<Chart> change) {}

    private final Dice dice;
    private final Calendar calendar;
    private final Pace pace;
    private final Function<Chart, PodTemplate> templates;
    private final PriorityQueue<Planned> planned = new PriorityQueue<>(Comparator.comparing(Planned::at));
    private final TreeMap<Instant, Revision> revisions = new TreeMap<>();
    private Chart chart = Chart.FIRST;
    private Instant nextRelease;
    private int changes = 0;

    EvolvingHistory(
            Dice dice,
            Calendar calendar,
            Instant first,
            Pace pace,
            List<Planned> plan,
            Function<Chart, PodTemplate> templates) {
        this.dice = dice;
        this.calendar = calendar;
        this.pace = pace;
        this.templates = templates;
        for (Planned change : plan) {
            if (change.at().isAfter(first)) {
                planned.add(change);
            } else {
                chart = change.change().apply(chart);
            }
        }
        revisions.put(first, new Revision(1, first, Duration.ZERO, templates.apply(chart), null));
        nextRelease = after(first);
    }

    @Override
    public synchronized Revision at(Instant t) {
        while (!nextRelease.isAfter(t)
                || (!planned.isEmpty() && !planned.peek().at().isAfter(t))) {
            step();
        }
        var entry = revisions.floorEntry(t);
        return entry == null ? revisions.firstEntry().getValue() : entry.getValue();
    }

    private void step() {
        changes++;
        Planned change = planned.peek();
        if (change != null && !change.at().isAfter(nextRelease)) {
            planned.remove();
            chart = change.change().apply(chart);
            add(change.at());
            return;
        }
        Instant t = nextRelease;
        chart = chart.released();
        Dice relapse = dice.of("relapse").of(changes);
        if (pace.relapses() && relapse.chance(CHANCE_OF_RELAPSE)) {
            chart = chart.relapsedTo(relapse.of("how").pick(RELAPSES));
            planned.add(recovery(t, relapse, calendar));
        }
        add(t);
        nextRelease = after(t);
    }

    /** Somebody tidies up after a few days. */
    static Planned recovery(Instant relapsed, Dice dice, Calendar calendar) {
        Instant later = relapsed.plus(Duration.ofHours(20 + dice.of("tidies up").below(110)));
        return new Planned(calendar.workingHour(later, dice), chart -> chart.relapsedTo(null));
    }

    /** A security context that a hasty person would choose. */
    static String relapse(Dice dice) {
        return dice.pick(RELAPSES);
    }

    private void add(Instant t) {
        Revision last = revisions.lastEntry().getValue();
        Revision next = new Revision(changes + 1, t, rollout(), templates.apply(chart), last);
        revisions.put(t, next);
    }

    /** Most rollouts take minutes; a canary is watched for a day. */
    private Duration rollout() {
        Dice canary = dice.of("canary").of(changes);
        return !pace.rollout().isZero() && canary.chance(0.15)
                ? Duration.ofHours(8 + canary.of("hours").below(24))
                : pace.rollout();
    }

    private Instant after(Instant t) {
        double days = dice.of("release").of(changes).wait(pace.daysBetweenReleases() * calendar.slowness(t));
        Instant raw = t.plus(Duration.ofMinutes(30 + (long) (days * 24 * 60)));
        return calendar.workingHour(raw, dice);
    }
}
