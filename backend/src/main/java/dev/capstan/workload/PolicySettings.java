package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.evaluation.AddedReading;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The policy that a new installation begins with. Later changes are made on the Settings screen, each as a version of
 * its own.
 *
 * @param reading how the control on added capabilities is read
 * @param allowedCapabilities capabilities that any container may add, named without CAP_; none by default, as the
 *     benchmark's audit has it
 */
@Validated
@ConfigurationProperties("capstan.policy")
public record PolicySettings(
        @NotNull @DefaultValue("STRICT") AddedReading reading,
        @NotNull @DefaultValue Set<Capability> allowedCapabilities) {}
