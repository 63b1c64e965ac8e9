package dev.capstan.posture;

import dev.capstan.benchmark.Risk;
import dev.capstan.collection.ContainerKind;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one container's finding differs between the beginning and the end of a period.
 *
 * @param kind what became of it
 * @param at when it became so
 * @param cluster the cluster's key
 * @param clusterName the cluster's name
 * @param workload the workload's key within the cluster
 * @param namespace the workload's namespace
 * @param workloadKind the workload's kind
 * @param workloadName the workload's name
 * @param owner who owns the workload now, or null when nobody is known to
 * @param containerKind the container's kind
 * @param container the container's name
 * @param before the finding at the beginning, or null when there was none
 * @param after the finding at the end, or null when there is none
 * @param images what ran at the beginning and the end, or null when it is the same or one of them is not known
 * @param failingSince since when it fails without a break, or did
 */
public record Change(
        ChangeKind kind,
        Instant at,
        ClusterId cluster,
        String clusterName,
        long workload,
        String namespace,
        String workloadKind,
        String workloadName,
        @Nullable String owner,
        ContainerKind containerKind,
        String container,
        @Nullable State before,
        @Nullable State after,
        @Nullable Images images,
        Instant failingSince) {

    /**
     * A finding at one instant.
     *
     * @param askedFor what the container asked for, as lists name it
     * @param risk how it was rated, or null when nothing it asked for is rated
     */
    public record State(List<String> askedFor, @Nullable Risk risk) {

        public State {
            askedFor = List.copyOf(askedFor);
        }
    }

    /**
     * Another image than before; where a container ran several, all of them.
     *
     * @param before what ran at the beginning
     * @param after what runs at the end
     */
    public record Images(String before, String after) {}

    /** What is asked for at the end and was not at the beginning. */
    public List<String> added() {
        return less(after, before);
    }

    /** What was asked for at the beginning and is not at the end. */
    public List<String> takenAway() {
        return less(before, after);
    }

    private static List<String> less(@Nullable State of, @Nullable State without) {
        if (of == null) {
            return List.of();
        }
        return of.askedFor.stream()
                .filter(name -> without == null || !without.askedFor.contains(name))
                .toList();
    }
}
