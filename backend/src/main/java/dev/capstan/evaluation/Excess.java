package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.Control;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.evaluation.rule.AssignedCapabilities;
import dev.capstan.evaluation.rule.NetRaw;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a container has beyond what a control lets it have: the things that somebody would have to justify, one by one, for
 * the container to be excused. Empty exactly where the control is met or does not speak of the container.
 */
public final class Excess {

    /**
     * Stands for a list of drops that comes to the same as {@code [ALL]} but is not written so. It is put right by writing
     * it so, and nothing can justify it.
     */
    public static final String DROP_NOT_ALL = "drop is not [ALL]";

    private static final String ALL = new All().written();

    private Excess() {}

    /** Names as in {@link AskedFor}: capabilities, {@code ALL}, {@code privileged}, idle spellings; and {@link #DROP_NOT_ALL}. */
    public static Set<String> of(Control control, ContainerSettings settings, Criteria criteria) {
        if (settings.windows()) {
            return Set.of();
        }
        return switch (control) {
            case ADDED -> added(settings, name -> Evaluation.permitsAdding(name, settings, criteria));
            case ASSIGNED -> assigned(settings);
            case NET_RAW -> NetRaw.judge(settings) instanceof Verdict.Fail ? netRaw(settings) : Set.of();
            case PRIVILEGED -> settings.privileged() ? Set.of(AskedFor.PRIVILEGED) : Set.of();
        };
    }

    private static Set<String> added(ContainerSettings settings, Predicate<CapabilityName> permits) {
        Set<String> excess = new TreeSet<>();
        if (settings.privileged()) {
            excess.add(AskedFor.PRIVILEGED);
        }
        settings.addedNames().stream()
                .filter(permits.negate())
                .map(AskedFor::canonical)
                .forEach(excess::add);
        return excess;
    }

    private static Set<String> assigned(ContainerSettings settings) {
        Set<String> excess = added(settings, AssignedCapabilities::permits);
        if (!settings.droppedNames().contains(new All())
                && !settings.privileged()
                && !settings.addedNames().contains(new All())) {
            EffectiveSet.of(settings).stream()
                    .filter(capability -> capability != Capability.NET_BIND_SERVICE)
                    .map(Capability::name)
                    .forEach(excess::add);
            if (excess.isEmpty()) {
                excess.add(DROP_NOT_ALL);
            }
        }
        return excess;
    }

    private static Set<String> netRaw(ContainerSettings settings) {
        if (settings.privileged()) {
            return Set.of(AskedFor.PRIVILEGED);
        }
        boolean byAll = settings.addedNames().contains(new All())
                && !settings.addedNames().contains(new CapabilityName.Known(Capability.NET_RAW));
        return Set.of(byAll ? ALL : Capability.NET_RAW.name());
    }
}
