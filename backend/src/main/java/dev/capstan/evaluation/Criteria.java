package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a container is judged against. Equal settings under equal criteria are always judged alike.
 *
 * @param reading how the control on added capabilities is read
 * @param allowed capabilities that any container may add without failing {@code ADDED}
 * @param risks where the organisation rates a capability other than {@link Capability#risk()}
 */
public record Criteria(AddedReading reading, Set<Capability> allowed, Map<Capability, Risk> risks) {

    /** The benchmark's audit as it stands: nothing may be added. */
    public static final Criteria STRICT = new Criteria(AddedReading.STRICT, Set.of(), Map.of());

    public Criteria {
        allowed = Set.copyOf(allowed);
        Map<Capability, Risk> differing = new EnumMap<>(Capability.class);
        risks.forEach((capability, risk) -> {
            if (risk != capability.risk()) {
                differing.put(capability, risk);
            }
        });
        risks = Map.copyOf(differing);
    }

    /** How the organisation rates the capability. */
    public Risk risk(Capability capability) {
        return risks.getOrDefault(capability, capability.risk());
    }
}
