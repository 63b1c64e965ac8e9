package dev.capstan.exceptionrequest;

import dev.capstan.workload.FailingUnit;
import java.util.Set;

/**
 * What a grant would do for a container that fails.
 *
 * @param excess what it has beyond the control
 * @param left what of that is not granted; empty when the container would be excused
 */
public record Covered(FailingUnit unit, Set<String> excess, Set<String> left) {

    public Covered {
        excess = Set.copyOf(excess);
        left = Set.copyOf(left);
    }

    /** Whether all of it is granted. */
    public boolean wholly() {
        return left.isEmpty();
    }
}
