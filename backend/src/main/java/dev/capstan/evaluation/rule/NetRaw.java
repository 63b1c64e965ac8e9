package dev.capstan.evaluation.rule;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.EffectiveSet;
import dev.capstan.evaluation.Verdict;
import java.util.List;

/**
 * Minimise containers with the NET_RAW capability: it must not be in the effective set, where the runtime puts it
 * unless it is dropped.
 */
public final class NetRaw {

    private static final Known NET_RAW = new Known(Capability.NET_RAW);

    private NetRaw() {}

    /** The control's verdict; a failing one says how the container comes by NET_RAW. */
    public static Verdict judge(ContainerSettings settings) {
        if (settings.windows()) {
            return Reasons.NOT_ON_WINDOWS;
        }
        return EffectiveSet.of(settings).contains(Capability.NET_RAW)
                ? new Verdict.Fail(List.of(why(settings)))
                : new Verdict.Pass();
    }

    private static String why(ContainerSettings settings) {
        if (settings.privileged()) {
            return "It runs privileged, which gives it NET_RAW whatever add and drop say. It passes without"
                    + " privileged: true and with ALL or NET_RAW in capabilities.drop.";
        }
        if (settings.addedNames().contains(NET_RAW)) {
            return "It adds NET_RAW. It passes once that is gone from capabilities.add and capabilities.drop holds ALL"
                    + " or NET_RAW.";
        }
        return settings.addedNames().contains(new All())
                ? "It adds ALL, and NET_RAW with it. It passes once that is gone from capabilities.add and"
                        + " capabilities.drop holds ALL or NET_RAW."
                : "%s gives it NET_RAW by default. It passes when capabilities.drop holds ALL or NET_RAW."
                        .formatted(settings.runtime().title());
    }
}
