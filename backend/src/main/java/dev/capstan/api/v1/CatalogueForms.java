package dev.capstan.api.v1;

import dev.capstan.benchmark.Benchmark;
import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityText;
import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.PodSecurityStandard;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.Criteria;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How benchmarks and capabilities travel. */
final class CatalogueForms {

    private CatalogueForms() {}

    /** One version of one benchmark, as far as it speaks of capabilities. */
    @Schema(name = "Benchmark")
    record BenchmarkForm(
            @Schema(example = "cis-aks-1.0") String id,
            String name,
            String version,
            Benchmark.Platform platform,

            @Schema(description = "What a reader should know about it, if anything") @Nullable String note,

            List<ListingForm> listings) {

        static BenchmarkForm of(Benchmark benchmark) {
            return new BenchmarkForm(
                    benchmark.id(),
                    benchmark.name(),
                    benchmark.version(),
                    benchmark.platform(),
                    benchmark.note(),
                    Arrays.stream(Control.values())
                            .map(control -> ListingForm.of(benchmark, control))
                            .toList());
        }
    }

    /** A Linux capability. */
    @Schema(name = "Capability")
    record CapabilityForm(
            Capability name,

            @Schema(description = "Its bit in the kernel's capability sets")
            int number,

            @Schema(description = "As the organisation rates it")
            Risk risk,

            @Schema(description = "As Capstan rates it") Risk usualRisk,

            @Schema(description = "Whether containerd and Docker give it to every container that does not drop it")
            boolean givenByDefault,

            @Schema(description = "The version of the Linux kernel that brought it")
            String since,

            @Schema(description = "The Pod Security Standards under which a container may add it")
            List<PodSecurityStandard> mayAdd,

            @Schema(description = "What a process may do with it")
            String allows,

            @Schema(description = "Why that matters in a container")
            String danger,

            @Schema(description = "Programs known to need it")
            List<String> neededBy) {

        static CapabilityForm of(CapabilityText text, Criteria criteria) {
            Capability capability = text.capability();
            return new CapabilityForm(
                    capability,
                    capability.number(),
                    criteria.risk(capability),
                    capability.risk(),
                    capability.givenByDefault(),
                    text.since(),
                    text.mayAdd().stream().sorted().toList(),
                    text.allows(),
                    text.danger(),
                    text.neededBy());
        }
    }
}
