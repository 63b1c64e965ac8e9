package dev.capstan.posture;

import java.util.OptionalInt;

/**
 * Counts of units, which always sum. A unit is one container of one workload under one control.
 *
 * @param passing units that meet the control
 * @param failing units that do not
 * @param excepted units that would fail, and of which exceptions in force cover everything; not among the failing
 * @param requested units that fail while somebody is to decide on an exception for them; among the failing
 * @param notAssessed units of which nothing recent enough is known; they never count as passing
 * @param notApplicable units the control does not speak of; outside every percentage
 */
public record Score(long passing, long failing, long excepted, long requested, long notAssessed, long notApplicable) {

    private static final int ENOUGH_PERCENT = 95;

    /** Nothing at all. */
    public static final Score NONE = new Score(0, 0, 0, 0);

    /** Without exceptions. */
    public Score(long passing, long failing, long notAssessed, long notApplicable) {
        this(passing, failing, 0, 0, notAssessed, notApplicable);
    }

    /** Both together. */
    public Score plus(Score other) {
        return new Score(
                passing + other.passing,
                failing + other.failing,
                excepted + other.excepted,
                requested + other.requested,
                notAssessed + other.notAssessed,
                notApplicable + other.notApplicable);
    }

    /** The same units when their snapshot is too old to be believed: all of them not assessed. */
    public Score forgotten() {
        return new Score(0, 0, assessed() + notAssessed, notApplicable);
    }

    /** Units with a verdict of pass or fail, whether or not they are excepted. */
    public long assessed() {
        return passing + failing + excepted;
    }

    /**
     * Passing among assessed, in percent, rounded down; 100 only when nothing fails, nothing is excepted and nothing is
     * missing. Empty, not 100, when nothing was assessed.
     */
    public OptionalInt strictPercent() {
        return percent(passing);
    }

    /** The same when what is excepted counts as if it passed: the risk that somebody has accepted. */
    public OptionalInt acceptedPercent() {
        return percent(passing + excepted);
    }

    private OptionalInt percent(long of) {
        if (assessed() == 0) {
            return OptionalInt.empty();
        }
        int percent = (int) (100 * of / assessed());
        return OptionalInt.of(percent == 100 && excepted + notAssessed > 0 ? 99 : percent);
    }

    /** Assessed among all that are applicable, in percent, rounded down. Empty when there are none. */
    public OptionalInt coveragePercent() {
        long all = assessed() + notAssessed;
        return all == 0 ? OptionalInt.empty() : OptionalInt.of((int) (100 * assessed() / all));
    }

    /** Whether too little is assessed for a green light: less than 95 %, or nothing at all. */
    public boolean incomplete() {
        return coveragePercent().orElse(0) < ENOUGH_PERCENT;
    }
}
