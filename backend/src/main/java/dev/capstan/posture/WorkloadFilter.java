package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import org.jspecify.annotations.Nullable;

/**
 * Which workloads to list.
 *
 * @param text part of the workload's name, in any case; blank for all
 * @param subscription only in clusters of the subscription of this name, or null for all
 * @param cluster only of this cluster, or null for all
 * @param namespace only of this namespace, or null for all
 * @param owner only of this owner; {@link #NO_OWNER} for those of nobody, null for all
 * @param capability only those that ask for it: a name, {@code ALL} or {@code privileged}; null for all
 * @param risk only those whose worst risk is this one, or null for all
 * @param runBy only those that they answer for, or null for all
 * @param image only those that run exactly this image reference, or null for all
 * @param profile only those that run a container with the settings of this key, or null for all
 * @param failingOnly leaves out workloads without a failing container
 */
public record WorkloadFilter(
        String text,
        @Nullable String subscription,
        @Nullable ClusterId cluster,
        @Nullable String namespace,
        @Nullable String owner,
        @Nullable String capability,
        @Nullable Risk risk,
        @Nullable RunBy runBy,
        @Nullable String image,
        @Nullable Long profile,
        boolean failingOnly) {

    /** Stands for the owner of what nobody owns. */
    public static final String NO_OWNER = "";

    public static final WorkloadFilter ALL =
            new WorkloadFilter("", null, null, null, null, null, null, null, null, null, false);

    /** Only of what the score is made of. */
    public static final WorkloadFilter SCORED = ALL.withRunBy(RunBy.CUSTOMER);

    public WorkloadFilter withText(String wished) {
        return new WorkloadFilter(
                wished, subscription, cluster, namespace, owner, capability, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withSubscription(@Nullable String wished) {
        return new WorkloadFilter(
                text, wished, cluster, namespace, owner, capability, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withCluster(@Nullable ClusterId wished) {
        return new WorkloadFilter(
                text, subscription, wished, namespace, owner, capability, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withNamespace(@Nullable String wished) {
        return new WorkloadFilter(
                text, subscription, cluster, wished, owner, capability, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withOwner(@Nullable String wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, wished, capability, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withCapability(@Nullable String wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, wished, risk, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withRisk(@Nullable Risk wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, capability, wished, runBy, image, profile, failingOnly);
    }

    public WorkloadFilter withRunBy(@Nullable RunBy wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, capability, risk, wished, image, profile, failingOnly);
    }

    public WorkloadFilter withImage(@Nullable String wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, capability, risk, runBy, wished, profile, failingOnly);
    }

    public WorkloadFilter withProfile(@Nullable Long wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, capability, risk, runBy, image, wished, failingOnly);
    }

    public WorkloadFilter withFailingOnly(boolean wished) {
        return new WorkloadFilter(
                text, subscription, cluster, namespace, owner, capability, risk, runBy, image, profile, wished);
    }
}
