package dev.capstan.api.v1;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.RunBy;
import dev.capstan.posture.WorkloadFilter;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which workloads are asked for. */
record WorkloadQuery(
        @Parameter(description = "Part of the name, in any case") @Nullable String q,

        @Parameter(description = "The subscription's name") @Nullable String subscription,

        @Parameter(description = "The cluster's id") @Nullable Long cluster,

        @Nullable String namespace,
        @Nullable String owner,

        @Parameter(description = "Only those of which no owner is known") @Nullable Boolean unowned,

        @Parameter(description = "Only those that ask for it: a name like SYS_ADMIN, ALL, or privileged") @Nullable String capability,

        @Parameter(description = "Only those whose worst risk is this one") @Nullable Risk risk,

        @Parameter(description = "Only those that they answer for; all when not given") @Nullable RunBy runBy,

        @Parameter(description = "Only those that run exactly this image reference") @Nullable String image,

        @Parameter(description = "Leaves out workloads in which nothing fails") @Nullable Boolean failing) {

    WorkloadFilter filter() {
        return WorkloadFilter.ALL
                .withText(Objects.requireNonNullElse(q, ""))
                .withSubscription(subscription)
                .withCluster(cluster == null ? null : new ClusterId(cluster))
                .withNamespace(namespace)
                .withOwner(Owners.filter(owner, unowned))
                .withCapability(capability)
                .withRisk(risk)
                .withRunBy(runBy)
                .withImage(image)
                .withFailingOnly(Boolean.TRUE.equals(failing));
    }
}
