package dev.capstan.collection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patiently a cluster is read.
 *
 * @param pageSize how many pods to ask for at a time
 * @param probeLimit how long the API server may take to accept a connection
 * @param pageLimit how long one page may take
 * @param clusterLimit how long the whole reading may take
 */
@Validated
@ConfigurationProperties("capstan.collection")
public record CollectionSettings(
        @Min(1) @Max(5000) @DefaultValue("500") int pageSize,
        @NotNull @DefaultValue("3s") Duration probeLimit,
        @NotNull @DefaultValue("60s") Duration pageLimit,
        @NotNull @DefaultValue("15m") Duration clusterLimit) {}
