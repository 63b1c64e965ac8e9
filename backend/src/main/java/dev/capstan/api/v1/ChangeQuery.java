package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ChangeFilter;
import dev.capstan.posture.ChangeKind;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which changes are asked for. */
record ChangeQuery(
        @Parameter(description = "Part of the workload's or the container's name, in any case") @Nullable String q,

        @Nullable ChangeKind change,

        @Parameter(description = "The cluster's id") @Nullable Long cluster,

        @Nullable String namespace,

        @Parameter(description = "Who owns the workload now") @Nullable String owner,

        @Parameter(description = "Only those of which no owner is known") @Nullable Boolean unowned,

        @Parameter(
                description = "Only where it is asked for before or after: a name like SYS_ADMIN, ALL, or privileged")
        @Nullable String capability,

        @Parameter(description = "Of this risk at the end, or at the beginning where nothing fails at the end")
        @Nullable Risk risk) {

    ChangeFilter filter() {
        return ChangeFilter.ALL
                .withText(Objects.requireNonNullElse(q, ""))
                .withKind(change)
                .withCluster(cluster == null ? null : new ClusterId(cluster))
                .withNamespace(namespace)
                .withOwner(Owners.filter(owner, unowned))
                .withCapability(capability)
                .withRisk(risk);
    }
}
