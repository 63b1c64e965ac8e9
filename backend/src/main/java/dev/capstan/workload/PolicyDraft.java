package dev.capstan.workload;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.Risk;
import dev.capstan.evaluation.AddedReading;
import dev.capstan.evaluation.Criteria;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.PolicyOverride;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A policy that somebody wants to make.
 *
 * @param basedOn the version that it was edited from
 * @param reading how the control on added capabilities is read
 * @param allowed capabilities that any container may add
 * @param risks where a capability is rated other than Capstan does
 * @param overrides other criteria for some clusters or namespaces, the first that matches holds
 * @param note why it is made
 */
public record PolicyDraft(
        int basedOn,
        AddedReading reading,
        Set<Capability> allowed,
        Map<Capability, Risk> risks,
        List<PolicyOverride> overrides,
        String note) {

    public PolicyDraft {
        allowed = Set.copyOf(allowed);
        risks = Map.copyOf(risks);
        overrides = List.copyOf(overrides);
    }

    /** The policy's text as a draft, to be changed. */
    public static PolicyDraft of(Policy policy, String note) {
        return new PolicyDraft(
                policy.version(),
                policy.fleet().reading(),
                policy.fleet().allowed(),
                policy.fleet().risks(),
                policy.overrides(),
                note);
    }

    Policy asVersion(int version) {
        return new Policy(version, new Criteria(reading, allowed, risks), overrides);
    }
}
