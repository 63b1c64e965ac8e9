package dev.capstan.search;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much a search may cost.
 *
 * @param timeLimit how long the database may look for one kind of thing before the person is asked for a better term
 */
@Validated
@ConfigurationProperties("capstan.search")
record SearchSettings(
        @DefaultValue("2s") @NotNull @DurationMin(millis = 1)
        Duration timeLimit) {}
