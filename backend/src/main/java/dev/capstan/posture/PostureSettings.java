package dev.capstan.posture;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a snapshot may speak for now.
 *
 * @param staleAfter the age from which a snapshot is shown as stale
 * @param notAssessedAfter the age from which its units count as not assessed
 */
@Validated
@ConfigurationProperties("capstan.posture")
public record PostureSettings(
        @NotNull @DefaultValue("24h") Duration staleAfter,
        @NotNull @DefaultValue("72h") Duration notAssessedAfter) {

    public PostureSettings {
        if (notAssessedAfter.compareTo(staleAfter) < 0) {
            throw new IllegalArgumentException("capstan.posture.not-assessed-after is shorter than stale-after");
        }
    }
}
