package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Minimise containers with added capabilities, read strictly as the benchmark audits it: nothing is added but what is
 * allowed, whether or not it takes effect, and nothing runs privileged.
 */
public final class AddedStrict {

    private AddedStrict() {}

    /** The control's verdict; a failing one has a reason for each kind of thing that must change. */
    public static Verdict judge(ContainerSettings settings, Set<Capability> allowed) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        List<String> reasons = new ArrayList<>();
        if (settings.privileged()) {
            reasons.add(Reasons.PRIVILEGED);
        }
        reasons.addAll(Reasons.added(settings, name -> permits(name, allowed), Reasons.mayBeAdded(allowed)));
        return Reasons.verdict(reasons);
    }

    /** Whether this reading lets a container add it. */
    public static boolean permits(CapabilityName name, Set<Capability> allowed) {
        return name instanceof Known(Capability capability) && allowed.contains(capability);
    }
}
