package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.EffectiveSet;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Minimise containers with capabilities assigned: everything is dropped with {@code ALL}, nothing but NET_BIND_SERVICE
 * comes back (as in the restricted Pod Security Standard), and nothing runs privileged.
 */
public final class AssignedCapabilities {

    private AssignedCapabilities() {}

    /** The control's verdict; a failing one has a reason for each kind of thing that must change. */
    public static Verdict judge(ContainerSettings settings) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        List<String> reasons = new ArrayList<>();
        if (settings.privileged()) {
            reasons.add(Reasons.PRIVILEGED);
        }
        if (!settings.droppedNames().contains(new All())) {
            reasons.add(notDropped(settings));
        }
        reasons.addAll(Reasons.added(settings, AssignedCapabilities::permits, "only NET_BIND_SERVICE may be added"));
        return Reasons.verdict(reasons);
    }

    /** Whether the control lets any container add it. */
    public static boolean permits(CapabilityName name) {
        return name instanceof Known(Capability capability) && capability == Capability.NET_BIND_SERVICE;
    }

    private static String notDropped(ContainerSettings settings) {
        return EffectiveSet.of(settings).isEmpty()
                ? "It holds no capability, but drops them one by one. It passes when capabilities.drop is [ALL],"
                        + " which changes nothing at run time."
                : "It does not drop ALL, so it keeps every default capability that it does not drop by name. It passes"
                        + " when capabilities.drop is [ALL].";
    }
}
