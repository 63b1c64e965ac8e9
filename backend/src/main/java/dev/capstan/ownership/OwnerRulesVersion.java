package dev.capstan.ownership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of rules as it was recorded.
 *
 * @param version counts from 1; 0 for the program's own list, which holds while there is no other
 * @param rules what it says
 * @param madeAt since when it holds, or null for the program's own
 * @param madeBy the name of the person who made it, or {@code capstan}
 * @param note why, in that person's words
 */
public record OwnerRulesVersion(
        int version, OwnerRules rules, @Nullable Instant madeAt, String madeBy, String note) {

    static final OwnerRulesVersion USUAL = new OwnerRulesVersion(
            0, OwnerRules.USUAL, null, "capstan", "What Capstan looks for until somebody says otherwise.");
}
