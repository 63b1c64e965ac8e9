package dev.capstan.posture;

import dev.capstan.benchmark.Control;
import dev.capstan.benchmark.Risk;
import dev.capstan.fleet.ClusterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which findings to list.
 *
 * @param control only under this control, or null for all
 * @param cluster only of this cluster, or null for all
 * @param namespace only of this namespace, or null for all
 * @param owner only of what this owner owns now; {@link WorkloadFilter#NO_OWNER} for what nobody owns, null for all
 * @param capability only those that ask for it: a name, {@code ALL} or {@code privileged}; null for all
 * @param risk only of this risk, or null for all
 * @param runBy only those that they answer for, or null for all
 */
public record FindingFilter(
        @Nullable Control control,
        @Nullable ClusterId cluster,
        @Nullable String namespace,
        @Nullable String owner,
        @Nullable String capability,
        @Nullable Risk risk,
        @Nullable RunBy runBy) {

    public static final FindingFilter ALL = new FindingFilter(null, null, null, null, null, null, null);

    /** When findings lasted that are listed. */
    public sealed interface When {

        /** They last at the instant. */
        record At(AsOf asOf) implements When {}

        /** They last at any time from the first instant on and before the second. */
        record Within(Instant from, Instant to) implements When {}
    }
}
