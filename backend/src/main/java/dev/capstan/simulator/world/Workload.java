package dev.capstan.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What runs in a namespace under one name.
 *
 * @param dice the chance that names its pods
 * @param namespace where it runs
 * @param kind what looks after its pods
 * @param name its name
 * @param labels labels of the workload and its pods, beside those that its kind brings
 * @param ownLabels labels that the workload carries and its pods do not
 * @param span when it exists
 * @param history its revisions
 * @param scale how many pods it has at an instant; a DaemonSet has one per node whatever this says
 * @param every how often a CronJob starts a Job; of no meaning for the other kinds
 * @param debugging the ephemeral container that somebody has put into its first pod at an instant, if any
 */
public record Workload(
        Dice dice,
        String namespace,
        WorkloadKind kind,
        String name,
        Map<String, String> labels,
        Map<String, String> ownLabels,
        Span span,
        History history,
        Function<Instant, Integer> scale,
        Duration every,
        Function<Instant, Optional<ContainerSpec>> debugging) {

    /** Namespace, kind and name, as people write them. */
    @Override
    public String toString() {
        return namespace + "/" + kind.kind() + "/" + name;
    }

    /** The same uid wherever the workload is mentioned. */
    public String uid() {
        return dice.of("uid").uuid().toString();
    }
}
