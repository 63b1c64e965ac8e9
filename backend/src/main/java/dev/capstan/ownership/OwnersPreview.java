package dev.capstan.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules would do if they held now, to the workloads that run. What AKS runs by itself is left out, as in the score.
 *
 * @param workloads how many there are
 * @param unowned how many nobody would own
 * @param gained how many nobody owns and somebody would
 * @param lost how many somebody owns and nobody would
 * @param changed how many would have another owner
 * @param owners every owner there would be, with most workloads first
 * @param byRule for how many workloads each rule would find the owner, in their order
 * @param examples some of those whose owner would be another, in the order of their places
 */
public record OwnersPreview(
        long workloads,
        long unowned,
        long gained,
        long lost,
        long changed,
        List<Owner> owners,
        List<Long> byRule,
        List<Example> examples) {

    public OwnersPreview {
        owners = List.copyOf(owners);
        byRule = List.copyOf(byRule);
        examples = List.copyOf(examples);
    }

    /** Whether anything would be otherwise. */
    public boolean changesAnything() {
        return gained + lost + changed > 0;
    }

    /** Somebody with as many workloads as they would own. */
    public record Owner(String name, long workloads) {}

    /**
     * A workload whose owner would be another.
     *
     * @param before who owns it, or null for nobody
     * @param after who would, or null for nobody
     */
    public record Example(
            String cluster,
            String namespace,
            String name,
            @Nullable String before,
            @Nullable String after) {}
}
