package dev.capstan.api.v1;

import dev.capstan.posture.ClusterFilter;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.Tag;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which clusters are asked for. */
record ClusterQuery(
        @Parameter(description = "Part of the name, resource group or location, in any case") @Nullable String q,

        @Parameter(description = "The subscription's name") @Nullable String subscription,

        @Parameter(description = "In any case") @Nullable String resourceGroup,

        @Parameter(description = "A tag that they carry, as name=value") @Nullable Tag tag,

        @Parameter(description = "How far the last snapshot can be believed") @Nullable Freshness freshness) {

    ClusterFilter filter() {
        return ClusterFilter.ALL
                .withText(Objects.requireNonNullElse(q, ""))
                .withSubscription(subscription)
                .withResourceGroup(resourceGroup)
                .withTag(tag)
                .withFreshness(freshness);
    }
}
