package dev.capstan.evaluation.admission;

import dev.capstan.benchmark.Capability;
import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.CapabilityName.All;
import dev.capstan.benchmark.CapabilityName.Inert;
import dev.capstan.benchmark.CapabilityName.Known;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a pod that is let in may add, and whether it must drop ALL. Names count in any case: some mechanisms compare
 * letter by letter, but then let in exactly the spelling that they list, which the runtime understands in any case.
 * Names that do nothing at run time count for nothing.
 *
 * @param anything whether everything may be added, ALL included
 * @param capabilities what may be added
 * @param mustDropAll whether ALL must be dropped
 */
record AllowList(boolean anything, Set<Capability> capabilities, boolean mustDropAll) {

    static final Set<Capability> DEFAULTS = only(EnumSet.copyOf(Arrays.stream(Capability.values())
            .filter(Capability::givenByDefault)
            .toList()));

    /** The Pod Security Standards' baseline: the defaults without NET_RAW. */
    static final AllowList BASELINE = new AllowList(false, without(DEFAULTS, Capability.NET_RAW), false);

    /** The Pod Security Standards' restricted. */
    static final AllowList RESTRICTED = new AllowList(false, EnumSet.of(Capability.NET_BIND_SERVICE), true);

    /** Nothing is kept out. */
    static final AllowList ANYTHING = new AllowList(true, EnumSet.allOf(Capability.class), false);

    AllowList {
        capabilities = only(capabilities);
    }

    /**
     * From the lists of a policy.
     *
     * @param allowed what may be added, {@code *} and ALL standing for everything
     * @param requiredDrops what must be dropped; only ALL counts, as a runtime's defaults may grow
     */
    static AllowList of(Collection<String> allowed, Collection<String> requiredDrops) {
        boolean anything = false;
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String name : allowed) {
            switch (CapabilityName.parse(name)) {
                case Known(Capability capability) -> capabilities.add(capability);
                case All() -> anything = true;
                case Inert(String raw, String why) -> anything |= raw.equals("*");
            }
        }
        boolean mustDropAll = requiredDrops.stream().map(CapabilityName::parse).anyMatch(All.class::isInstance);
        return new AllowList(anything, anything ? ANYTHING.capabilities : capabilities, mustDropAll);
    }

    /** What two policies that both hold let in. */
    AllowList and(AllowList other) {
        Set<Capability> both = EnumSet.noneOf(Capability.class);
        both.addAll(capabilities);
        both.retainAll(other.capabilities);
        return new AllowList(anything && other.anything, both, mustDropAll || other.mustDropAll);
    }

    /** What two policies let in of which one suffices. */
    AllowList or(AllowList other) {
        Set<Capability> either = EnumSet.noneOf(Capability.class);
        either.addAll(capabilities);
        either.addAll(other.capabilities);
        return new AllowList(anything || other.anything, either, mustDropAll && other.mustDropAll);
    }

    /** How much it keeps out. */
    Strength strength() {
        if (anything) {
            return Strength.NONE;
        }
        if (capabilities.isEmpty()) {
            return Strength.BLOCKS_ALL_ADDS;
        }
        if (mustDropAll && RESTRICTED.capabilities.containsAll(capabilities)) {
            return Strength.RESTRICTED;
        }
        if (BASELINE.capabilities.containsAll(capabilities)) {
            return Strength.BASELINE;
        }
        return DEFAULTS.containsAll(capabilities) ? Strength.DEFAULT_SET : Strength.PARTIAL;
    }

    /** What it lets in, and what would make it enough where it is not. */
    String sentence() {
        return switch (strength()) {
            case NONE ->
                "Any capability may be added, ALL included. It is enough once only the runtime's defaults without"
                        + " NET_RAW are allowed.";
            case AUDIT_ONLY, PARTIAL ->
                "Beyond the runtime's defaults, %s may be added. It is enough once only the defaults without NET_RAW"
                                .formatted(names(without(capabilities, DEFAULTS)))
                        + " are allowed.";
            case DEFAULT_SET ->
                "Only the runtime's defaults may be added, but NET_RAW is among them. It is enough once NET_RAW is no"
                        + " longer allowed.";
            case BASELINE -> "Only these may be added, all of them defaults: %s.".formatted(names(capabilities));
            case RESTRICTED -> "ALL must be dropped, and only NET_BIND_SERVICE may be added.";
            case BLOCKS_ALL_ADDS -> "No capability may be added.";
        };
    }

    private static String names(Set<Capability> capabilities) {
        return Words.list(capabilities.stream().map(Capability::name).collect(Collectors.toSet()));
    }

    private static Set<Capability> without(Set<Capability> capabilities, Capability one) {
        return without(capabilities, EnumSet.of(one));
    }

    private static Set<Capability> without(Set<Capability> capabilities, Set<Capability> others) {
        Set<Capability> rest = EnumSet.noneOf(Capability.class);
        rest.addAll(capabilities);
        rest.removeAll(others);
        return rest;
    }

    private static Set<Capability> only(Set<Capability> capabilities) {
        return Collections.unmodifiableSet(capabilities);
    }
}
