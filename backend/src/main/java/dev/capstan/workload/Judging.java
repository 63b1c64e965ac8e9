package dev.capstan.workload;

import dev.capstan.evaluation.Criteria;
import java.time.Instant;

/**
 * By what a workload was judged from an instant on.
 *
 * @param policy the version of the policy
 * @param from since when it holds
 * @param criteria what it says for the workload's namespace
 * @param key under which the criteria are kept; the same criteria under other rules have another
 * @param madeBy the name of the person who made it, or {@code capstan}
 * @param note why, in that person's words
 */
public record Judging(int policy, Instant from, Criteria criteria, int key, String madeBy, String note) {}
