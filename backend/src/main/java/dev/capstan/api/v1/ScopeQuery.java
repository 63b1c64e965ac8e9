package dev.capstan.api.v1;

import dev.capstan.api.Refused;
import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.Scope;
import dev.capstan.posture.Tag;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of the fleet is asked for: at most one of these, but a cluster and a namespace together. */
record ScopeQuery(
        @Parameter(description = "The subscription's name") @Nullable String subscription,

        @Parameter(description = "A tag of clusters, as name=value") @Nullable Tag tag,

        @Parameter(description = "The cluster's id") @Nullable Long cluster,

        @Parameter(description = "Of one cluster, or of all that have one of the name") @Nullable String namespace,

        @Nullable String owner,

        @Parameter(description = "What has no owner") @Nullable Boolean unowned) {

    Scope scope() {
        String whose = Owners.filter(owner, unowned);
        long given = Stream.of(subscription, tag, namespace == null ? cluster : namespace, whose)
                .filter(Objects::nonNull)
                .count();
        if (given > 1) {
            throw Refused.parameter(
                    whose != null ? "owner" : subscription != null ? "subscription" : "tag",
                    "Give one of subscription, tag, cluster, namespace and owner; only cluster and namespace go"
                            + " together.",
                    null);
        }
        ClusterId id = cluster == null ? null : new ClusterId(cluster);
        if (namespace != null) {
            return new Scope.OfNamespace(id, namespace);
        }
        if (id != null) {
            return new Scope.OfCluster(id);
        }
        if (subscription != null) {
            return new Scope.OfSubscription(subscription);
        }
        if (tag != null) {
            return new Scope.OfTag(tag);
        }
        return whose == null ? Scope.FLEET : new Scope.OfOwner(whose);
    }
}
