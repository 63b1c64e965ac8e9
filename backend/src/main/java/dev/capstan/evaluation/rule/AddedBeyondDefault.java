package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.EffectiveSet;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Minimise containers with added capabilities, read as the benchmark describes it: nothing is added beyond what the
 * container runtime gives by default and what is allowed, and nothing runs privileged.
 */
public final class AddedBeyondDefault {

    private AddedBeyondDefault() {}

    /** The control's verdict; a failing one has a reason for each kind of thing that must change. */
    public static Verdict judge(ContainerSettings settings, Set<Capability> allowed) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        List<String> reasons = new ArrayList<>();
        if (settings.privileged()) {
            reasons.add(Reasons.PRIVILEGED);
        }
        String beside = allowed.isEmpty() ? "" : " and " + Reasons.listed(allowed);
        reasons.addAll(Reasons.added(
                settings,
                name -> permits(name, allowed, settings.runtime()),
                "only the %d defaults of %s%s may be added"
                        .formatted(
                                EffectiveSet.defaults(settings.runtime()).size(),
                                settings.runtime().title(),
                                beside)));
        return Reasons.verdict(reasons);
    }

    /** Whether this reading lets a container on that runtime add it. */
    public static boolean permits(CapabilityName name, Set<Capability> allowed, ContainerRuntime runtime) {
        return name instanceof Known(Capability capability)
                && (allowed.contains(capability) || capability.givenBy(runtime));
    }
}
