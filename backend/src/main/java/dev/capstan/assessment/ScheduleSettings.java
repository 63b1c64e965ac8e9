package dev.capstan.assessment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the fleet is looked at.
 *
 * @param every how often each cluster is assessed
 * @param discoverEvery how often the clusters are listed
 */
@Validated
@ConfigurationProperties("capstan.assessment")
public record ScheduleSettings(
        @NotNull @DurationMin(minutes = 1) @DefaultValue("6h")
        Duration every,

        @NotNull @DurationMin(minutes = 1) @DefaultValue("15m")
        Duration discoverEvery) {}
