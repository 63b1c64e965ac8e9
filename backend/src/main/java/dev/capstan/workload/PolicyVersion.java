package dev.capstan.workload;

import dev.capstan.evaluation.Policy;
import java.time.Instant;

/**
 * A policy as it was recorded.
 *
 * @param policy what it says
 * @param rules the version of the program's rules that judge by it
 * @param madeAt since when it holds
 * @param madeBy the name of the person who made it, or {@code capstan}
 * @param note why, in that person's words
 */
public record PolicyVersion(Policy policy, int rules, Instant madeAt, String madeBy, String note) {}
