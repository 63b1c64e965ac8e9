package dev.capstan.benchmark;

import java.util.List;
import java.util.Set;

/**
 * What a person needs to know about a capability. Its number, its risk and the runtimes that give it are told by the
 * {@link Capability} itself.
 *
 * @param since the version of the Linux kernel that brought it, for example {@code 2.6.24}
 * @param mayAdd the Pod Security Standards under which a container may add it
 * @param allows what a process may do with it, after capabilities(7)
 * @param danger why that matters in a container
 * @param neededBy programs known to need it, as a help for a reviewer; empty when none is known
 */
public record CapabilityText(
        Capability capability,
        String since,
        Set<PodSecurityStandard> mayAdd,
        String allows,
        String danger,
        List<String> neededBy) {

    public CapabilityText {
        mayAdd = Set.copyOf(mayAdd);
        neededBy = List.copyOf(neededBy);
    }
}
