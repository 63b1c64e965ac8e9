package dev.capstan.assessment;

/**
 * How far a piece of work over the whole fleet has come.
 *
 * @param title what is being done, for people
 * @param done steps done; equal to {@code total} when it is over
 * @param total steps in all, at least 1
 */
public record FleetProgress(String title, int done, int total) {

    /** Whether there is more to come. */
    public boolean running() {
        return done < total;
    }
}
