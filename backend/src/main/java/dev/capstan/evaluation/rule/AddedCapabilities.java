package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Inert;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Policy;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Minimise containers with added capabilities, read strictly as the benchmark audits it: nothing is added but what the
 * policy allows, whether or not it takes effect, and nothing runs privileged.
 */
public final class AddedCapabilities {

    private AddedCapabilities() {}

    /** The control's verdict; a failing one has a reason for each kind of thing that must change. */
    public static Verdict judge(ContainerSettings settings, Policy policy) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        List<CapabilityName> refused = CapabilityName.parseAll(settings.added()).stream()
                .filter(name -> !permits(name, policy))
                .toList();
        List<String> reasons = new ArrayList<>();
        if (settings.privileged()) {
            reasons.add(Reasons.PRIVILEGED);
        }
        if (refused.contains(new All())) {
            reasons.add("It adds ALL, every capability there is. It passes when capabilities.add names only what is"
                    + " allowed, which is %s.".formatted(Reasons.allowed(policy.allowed())));
        }
        List<CapabilityName> dropped = CapabilityName.parseAll(settings.dropped());
        reasons.addAll(Reasons.each(
                refused,
                name -> name instanceof Known && !dropped.contains(name),
                "It adds %s, which the policy does not allow. It passes once that is gone from capabilities.add."));
        reasons.addAll(Reasons.each(
                refused,
                name -> name instanceof Known && dropped.contains(name),
                "It adds and drops %s at once, and the drop wins. It passes, and runs as before, once that is gone"
                        + " from capabilities.add."));
        reasons.addAll(Reasons.each(
                refused,
                Inert.class::isInstance,
                "It adds %s, which grants nothing but is a declared addition all the same. It passes, and runs as"
                        + " before, once that is gone from capabilities.add."));
        return Reasons.verdict(reasons);
    }

    /** Whether the control lets any container add it. */
    public static boolean permits(CapabilityName name, Policy policy) {
        return switch (name) {
            case Known(var capability) -> policy.allowed().contains(capability);
            case All() -> false;
            case Inert ignored -> false;
        };
    }
}
