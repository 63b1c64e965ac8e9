package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import java.util.Set;

/**
 * What the organisation has decided about the controls.
 *
 * @param version the number under which it is recorded; a change gets a new one
 * @param allowed capabilities that any container may add without failing {@code ADDED}
 */
public record Policy(int version, Set<Capability> allowed) {

    public Policy {
        allowed = Set.copyOf(allowed);
    }
}
