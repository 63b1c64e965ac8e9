package dev.capstan.posture;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The instants that part what is known from what is too old.
 *
 * @param staleAt a snapshot this old or older is stale
 * @param notAssessedAt a snapshot this old or older is not believed any more
 */
record FreshnessLimits(OffsetDateTime staleAt, OffsetDateTime notAssessedAt) {

    /** A {@link Freshness} from {@code last.taken_at}, the cluster's last snapshot or null, and {@link #parameters}. */
    static final String FRESHNESS = """
            case when last.taken_at > :staleAt then 'CURRENT'
                 when last.taken_at > :notAssessedAt then 'STALE'
                 else 'NOT_ASSESSED' end""";

    static FreshnessLimits at(Instant now, PostureSettings settings) {
        return new FreshnessLimits(
                now.minus(settings.staleAfter()).atOffset(ZoneOffset.UTC),
                now.minus(settings.notAssessedAfter()).atOffset(ZoneOffset.UTC));
    }

    Map<String, OffsetDateTime> parameters() {
        return Map.of("staleAt", staleAt, "notAssessedAt", notAssessedAt);
    }
}
