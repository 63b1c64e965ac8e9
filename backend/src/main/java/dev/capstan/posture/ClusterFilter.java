package dev.capstan.posture;

import dev.capstan.fleet.ClusterId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters to list.
 *
 * @param text part of the name, resource group or location, in any case; blank for all
 * @param subscription a subscription's name, or null for all
 * @param freshness only such clusters, or null for all
 * @param among only these clusters, or null for all
 */
public record ClusterFilter(
        String text,
        @Nullable String subscription,
        @Nullable Freshness freshness,
        @Nullable Set<ClusterId> among) {

    public static final ClusterFilter ALL = new ClusterFilter("", null, null, null);

    public ClusterFilter {
        among = among == null ? null : Set.copyOf(among);
    }
}
