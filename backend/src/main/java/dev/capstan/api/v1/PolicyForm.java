package dev.capstan.api.v1;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.workload.PolicyVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the organisation has decided about the controls. */
@Schema(name = "Policy")
record PolicyForm(
        int version,
        @Schema(description = "Since when it holds") Instant madeAt,

        @Schema(description = "The name of the person who made it, or capstan")
        String madeBy,

        @Schema(description = "Why, in that person's words") String note,

        @Schema(description = "How the control on added capabilities is read")
        AddedReading reading,

        @Schema(description = "What any container may add") List<Capability> allowed,

        @Schema(description = "Where a capability is rated otherwise than Capstan does")
        SortedMap<Capability, Risk> risks,

        @Schema(description = "Other criteria for some clusters or namespaces; the first that matches holds")
        List<OverrideForm> overrides) {

    /** Other criteria for some clusters or namespaces. */
    @Schema(name = "PolicyOverride")
    record OverrideForm(
            @Schema(description = "Their names; * stands for any characters")
            String clusters,

            @Schema(description = "Their names; * stands for any characters")
            String namespaces,

            AddedReading reading,

            @Schema(description = "In place of the fleet's list")
            List<Capability> allowed) {}

    static PolicyForm of(PolicyVersion version) {
        return new PolicyForm(
                version.policy().version(),
                version.madeAt(),
                version.madeBy(),
                version.note(),
                version.policy().fleet().reading(),
                version.policy().fleet().allowed().stream().sorted().toList(),
                new TreeMap<>(version.policy().fleet().risks()),
                version.policy().overrides().stream()
                        .map(override -> new OverrideForm(
                                override.clusters(),
                                override.namespaces(),
                                override.reading(),
                                override.allowed().stream().sorted().toList()))
                        .toList());
    }
}
