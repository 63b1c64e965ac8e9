package dev.capstan.posture;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The fleet at the end of one day (UTC).
 *
 * @param score the bands of that day, or null for a day on which nothing was recorded: a gap
 */
public record TrendPoint(LocalDate day, @Nullable Score score) {}
