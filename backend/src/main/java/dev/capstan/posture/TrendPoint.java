package dev.capstan.posture;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fleet at the end of one day (UTC).
 *
 * @param score the bands at its end (for today: now), or null for a day on which no snapshot was taken: a gap. Clusters
 *     whose last snapshot was too old by then are among them as not assessed; those gone by then are not
 */
public record TrendPoint(LocalDate day, @Nullable Score score) {}
