package dev.capstan.evaluation;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Known;
import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a container's process holds at run time, as containerd works it out (its CRI plugin, {@code WithCapabilities}). */
public final class EffectiveSet {

    private EffectiveSet() {}

    /**
     * The capabilities of a process that runs as root. Neither the order of the lists nor repeats matter; a name in
     * both lists is dropped, except that {@code drop: [ALL]} leaves what is added by name.
     */
    public static Set<Capability> of(ContainerSettings settings) {
        if (settings.windows()) {
            return Set.of();
        }
        if (settings.privileged()) {
            return EnumSet.allOf(Capability.class);
        }
        List<CapabilityName> added = settings.addedNames();
        List<CapabilityName> dropped = settings.droppedNames();

        Set<Capability> effective = defaults(settings.runtime());
        if (added.contains(new All())) {
            effective = EnumSet.allOf(Capability.class);
        }
        if (dropped.contains(new All())) {
            effective.clear();
        }
        effective.addAll(byName(added));
        effective.removeAll(byName(dropped));
        return effective;
    }

    /**
     * Whether what is added stays out of the process's effective set: it does not run as root, and it cannot gain a
     * capability from a file either, because {@code allowPrivilegeEscalation: false} sets {@code no_new_privs}. Where
     * escalation is not ruled out, a binary with file capabilities makes the added ones effective.
     */
    public static boolean declaredNotEffective(ContainerSettings settings) {
        return !settings.windows()
                && !settings.privileged()
                && runsAsNonRoot(settings)
                && Boolean.FALSE.equals(settings.allowPrivilegeEscalation())
                && grantsSomething(settings);
    }

    /** A user id that is said decides; {@code runAsNonRoot} with uid 0 is credited with nothing. */
    private static boolean runsAsNonRoot(ContainerSettings settings) {
        Long user = settings.runAsUser();
        return user != null ? user != 0 : Boolean.TRUE.equals(settings.runAsNonRoot());
    }

    private static boolean grantsSomething(ContainerSettings settings) {
        Set<Capability> effective = of(settings);
        return settings.addedNames().stream().anyMatch(name -> switch (name) {
            case Known known -> effective.contains(known.capability());
            case All() -> !effective.isEmpty();
            case CapabilityName.Inert ignored -> false;
        });
    }

    /** What the runtime gives to a container that says nothing. */
    public static Set<Capability> defaults(ContainerRuntime runtime) {
        Set<Capability> defaults = EnumSet.noneOf(Capability.class);
        for (Capability capability : Capability.values()) {
            if (capability.givenBy(runtime)) {
                defaults.add(capability);
            }
        }
        return defaults;
    }

    private static Set<Capability> byName(List<CapabilityName> names) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (CapabilityName name : names) {
            if (name instanceof Known(Capability capability)) {
                capabilities.add(capability);
            }
        }
        return capabilities;
    }
}
