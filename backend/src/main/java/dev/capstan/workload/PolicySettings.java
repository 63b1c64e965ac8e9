package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the organisation allows.
 *
 * @param allowedCapabilities capabilities that any container may add, named without CAP_; none by default, as the
 *     benchmark's audit has it
 */
@Validated
@ConfigurationProperties("capstan.policy")
public record PolicySettings(@NotNull @DefaultValue Set<Capability> allowedCapabilities) {}
