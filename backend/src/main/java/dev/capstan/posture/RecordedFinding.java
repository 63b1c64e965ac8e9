package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failing container under a control, for as long as nothing about the failing changed.
 *
 * @param key its key
 * @param clusterName the cluster's name
 * @param freshness how far the cluster's last snapshot can be believed
 * @param namespace the workload's namespace
 * @param workloadKind the workload's kind
 * @param workloadName the workload's name
 * @param owner who owns the workload now, or null when nobody is known to
 * @param platform whether AKS runs the container: it is counted apart
 * @param risk the worst risk of what fails, or null where no capability has to do with it
 * @param askedFor what the container asks for
 * @param openedAt since when it fails without a break
 * @param began what made it a finding of this form
 * @param seenUntil when it ended or changed, at the latest when its cluster was gone; null while it lasts, and of an
 *     instant all that lasts then
 * @param ended what ended it, or null while it lasts
 */
public record RecordedFinding(
        FindingKey key,
        String clusterName,
        Freshness freshness,
        String namespace,
        String workloadKind,
        String workloadName,
        @Nullable String owner,
        boolean platform,
        @Nullable Risk risk,
        List<String> askedFor,
        Instant openedAt,
        Began began,
        @Nullable Instant seenUntil,
        @Nullable Ended ended) {

    public RecordedFinding {
        askedFor = List.copyOf(askedFor);
    }

    /** What made it a finding of its form. */
    public enum Began {
        /** The container was not known to fail before. */
        NEW,
        /** It had been put right, or was gone, and fails again. */
        REOPENED,
        /** It goes on in another form: it asks for something else, or has another risk. */
        CHANGED,
        /** The policy changed, and the container did not. */
        POLICY
    }

    /** What ended it. */
    public enum Ended {
        /** The container passes. */
        FIXED,
        /** A newer snapshot has no such container. */
        GONE,
        /** It goes on in another form. */
        CHANGED,
        /** The policy changed, and the container did not. */
        POLICY,
        /** It could not be judged any more, which puts nothing right. */
        UNKNOWN
    }
}
