package dev.capstan.exceptionrequest;

import java.time.Instant;

/**
 * One person's yes to one version of a request.
 *
 * @param reason why, in that person's words
 */
public record Approval(String approver, Instant at, String reason) {}
