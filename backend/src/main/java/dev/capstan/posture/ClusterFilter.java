package dev.capstan.posture;

import dev.capstan.fleet.ClusterId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which clusters to list.
 *
 * @param text part of the name, resource group or location, in any case; blank for all
 * @param subscription a subscription's name, or null for all
 * @param resourceGroup a resource group's name in any case, or null for all
 * @param tag a tag that they carry, or null for all
 * @param freshness only such clusters, or null for all
 * @param among only these clusters, or null for all
 */
public record ClusterFilter(
        String text,
        @Nullable String subscription,
        @Nullable String resourceGroup,
        @Nullable Tag tag,
        @Nullable Freshness freshness,
        @Nullable Set<ClusterId> among) {

    public static final ClusterFilter ALL = new ClusterFilter("", null, null, null, null, null);

    public ClusterFilter {
        among = among == null ? null : Set.copyOf(among);
    }

    public ClusterFilter withText(String wished) {
        return new ClusterFilter(wished, subscription, resourceGroup, tag, freshness, among);
    }

    public ClusterFilter withSubscription(@Nullable String wished) {
        return new ClusterFilter(text, wished, resourceGroup, tag, freshness, among);
    }

    public ClusterFilter withResourceGroup(@Nullable String wished) {
        return new ClusterFilter(text, subscription, wished, tag, freshness, among);
    }

    public ClusterFilter withTag(@Nullable Tag wished) {
        return new ClusterFilter(text, subscription, resourceGroup, wished, freshness, among);
    }

    public ClusterFilter withFreshness(@Nullable Freshness wished) {
        return new ClusterFilter(text, subscription, resourceGroup, tag, wished, among);
    }

    public ClusterFilter withAmong(@Nullable Set<ClusterId> wished) {
        return new ClusterFilter(text, subscription, resourceGroup, tag, freshness, wished);
    }
}
