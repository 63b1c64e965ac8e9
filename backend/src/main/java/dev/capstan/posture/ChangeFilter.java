package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * Which changes to list.
 *
 * @param text part of the workload's or the container's name, in any case; blank for all
 * @param kind only of this kind, or null for all; counts by kind leave it aside
 * @param cluster only in this cluster, or null for all
 * @param namespace only in this namespace, or null for all
 * @param owner only of this owner; {@link WorkloadFilter#NO_OWNER} for those of nobody, null for all
 * @param capability only where it is asked for before or after: a name, {@code ALL} or {@code privileged}; null for all
 * @param newlyAsked only where a workload asks for the capability that did not before, whatever the policy did
 * @param risk only of this risk, that at the end where there is one; null for all
 */
public record ChangeFilter(
        String text,
        @Nullable ChangeKind kind,
        @Nullable ClusterId cluster,
        @Nullable String namespace,
        @Nullable String owner,
        @Nullable String capability,
        boolean newlyAsked,
        @Nullable Risk risk) {

    public static final ChangeFilter ALL = new ChangeFilter("", null, null, null, null, null, false, null);

    public ChangeFilter withText(String wished) {
        return new ChangeFilter(wished, kind, cluster, namespace, owner, capability, newlyAsked, risk);
    }

    public ChangeFilter withKind(@Nullable ChangeKind wished) {
        return new ChangeFilter(text, wished, cluster, namespace, owner, capability, newlyAsked, risk);
    }

    public ChangeFilter withCluster(@Nullable ClusterId wished) {
        return new ChangeFilter(text, kind, wished, namespace, owner, capability, newlyAsked, risk);
    }

    public ChangeFilter withNamespace(@Nullable String wished) {
        return new ChangeFilter(text, kind, cluster, wished, owner, capability, newlyAsked, risk);
    }

    public ChangeFilter withOwner(@Nullable String wished) {
        return new ChangeFilter(text, kind, cluster, namespace, wished, capability, newlyAsked, risk);
    }

    public ChangeFilter withCapability(@Nullable String wished) {
        return new ChangeFilter(text, kind, cluster, namespace, owner, wished, newlyAsked, risk);
    }

    public ChangeFilter withNewlyAsked(boolean wished) {
        return new ChangeFilter(text, kind, cluster, namespace, owner, capability, wished, risk);
    }

    public ChangeFilter withRisk(@Nullable Risk wished) {
        return new ChangeFilter(text, kind, cluster, namespace, owner, capability, newlyAsked, wished);
    }
}
