package dev.capstan.workload;

import java.util.List;

/**
 * What a policy would do to the control on added capabilities if it held now, by the newest snapshots. Like the score it
 * leaves out what AKS runs by itself.
 *
 * @param overrides how far each override reaches, in their order
 * @param newlyFailing containers that do not fail now and would
 * @param newlyPassing containers that fail now and would not any more
 */
public record PolicyPreview(List<Reach> overrides, long newlyFailing, long newlyPassing) {

    public PolicyPreview {
        overrides = List.copyOf(overrides);
    }

    /**
     * How far an override reaches.
     *
     * @param clusters clusters with a namespace in which it holds
     * @param namespaces namespaces in which it holds, counted once for each cluster
     * @param overtaken namespaces that it matches too, but in which one before it holds
     */
    public record Reach(long clusters, long namespaces, long overtaken) {}
}
