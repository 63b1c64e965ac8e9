package dev.capstan.exceptionrequest;

import dev.capstan.benchmark.Risk;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how long an exception may be in force at most. Renewed it can be for as long again.
 *
 * @param criticalDays with a capability that is rated critical
 * @param highDays with one rated high
 * @param mediumDays with one rated medium
 * @param lowDays with none but such as are rated low
 * @param breakGlassHours in an emergency, whatever the risk
 */
@Validated
@ConfigurationProperties("capstan.exceptions.terms")
public record Terms(
        @DefaultValue("30") @Min(1) @Max(366) int criticalDays,
        @DefaultValue("90") @Min(1) @Max(366) int highDays,
        @DefaultValue("180") @Min(1) @Max(366) int mediumDays,
        @DefaultValue("365") @Min(1) @Max(366) int lowDays,
        @DefaultValue("72") @Min(1) @Max(72) int breakGlassHours) {

    /** The longest term. */
    public Duration longest(Risk risk, boolean breakGlass) {
        if (breakGlass) {
            return Duration.ofHours(breakGlassHours);
        }
        return Duration.ofDays(
                switch (risk) {
                    case CRITICAL -> criticalDays;
                    case HIGH -> highDays;
                    case MEDIUM -> mediumDays;
                    case LOW -> lowDays;
                });
    }
}
