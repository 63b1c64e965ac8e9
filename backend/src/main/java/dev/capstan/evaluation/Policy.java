package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the organisation has decided about the controls.
 *
 * @param version the number under which it is recorded; a change gets a new one
 * @param fleet the criteria wherever no override holds
 * @param overrides other criteria for some clusters or namespaces; the first that matches holds
 */
public record Policy(int version, Criteria fleet, List<PolicyOverride> overrides) {

    public Policy {
        overrides = List.copyOf(overrides);
    }

    /** A policy without overrides, which rates every risk as Capstan does. */
    public static Policy of(int version, AddedReading reading, Set<Capability> allowed) {
        return new Policy(version, new Criteria(reading, allowed, Map.of()), List.of());
    }

    /** What containers in the namespace of the cluster are judged against. */
    public Criteria criteriaFor(String cluster, String namespace) {
        return overrides.stream()
                .filter(override -> override.matches(cluster, namespace))
                .findFirst()
                .map(this::criteria)
                .orElse(fleet);
    }

    /** All criteria that occur in it, the fleet's first. */
    public Set<Criteria> criteria() {
        Set<Criteria> all = new LinkedHashSet<>();
        all.add(fleet);
        overrides.forEach(override -> all.add(criteria(override)));
        return all;
    }

    /** An override's criteria: risks are rated alike in the whole fleet. */
    public Criteria criteria(PolicyOverride override) {
        Map<Capability, Risk> risks = fleet.risks();
        return new Criteria(override.reading(), override.allowed(), risks);
    }

    /** Whether it says the same as another, whatever their versions. */
    public boolean saysTheSameAs(Policy other) {
        return fleet.equals(other.fleet) && overrides.equals(other.overrides);
    }
}
