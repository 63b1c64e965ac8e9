package dev.capstan.exceptionrequest;

/**
 * What a request would cover if it were in force now.
 *
 * @param failing how many containers that fail are in its scope
 * @param duplicateOf the exception that already grants the very same, or empty
 */
public record Matched(long failing, String duplicateOf) {}
