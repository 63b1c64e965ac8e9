package dev.capstan.exceptionrequest;

import java.time.Instant;

/**
 * A move that was made.
 *
 * @param version of what was asked for when it was over
 * @param move what was done, as in a sentence
 * @param why the reason that was given, or empty
 */
public record Moved(int version, String move, State from, State to, String actor, Instant at, String why) {}
