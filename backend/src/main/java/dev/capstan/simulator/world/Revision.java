package dev.capstan.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One state of a workload's template, from a deployment until the next. Equal only to itself. */
public final class Revision {
    private final int number;
    private final Instant from;
    private final Duration rollout;
    private final PodTemplate template;
    private final @Nullable Revision previous;

    /**
     * @param number counts from 1
     * @param from when it was deployed
     * @param rollout how long it takes to replace the pods of the revision before
     * @param template what its pods look like
     * @param previous the revision before, null for the first
     */
    public Revision(int number, Instant from, Duration rollout, PodTemplate template, @Nullable Revision previous) {
        this.number = number;
        this.from = from;
        this.rollout = rollout;
        this.template = template;
        this.previous = previous;
    }

    public int number() {
        return number;
    }

    public Instant from() {
        return from;
    }

    public PodTemplate template() {
        return template;
    }

    public @Nullable Revision previous() {
        return previous;
    }

    /** How far the rollout has come at an instant, from 0 to 1. */
    public double progressAt(Instant t) {
        if (previous == null || rollout.isZero()) {
            return 1;
        }
        double elapsed = Duration.between(from, t).toMillis();
        return Math.clamp(elapsed / rollout.toMillis(), 0, 1);
    }
}
