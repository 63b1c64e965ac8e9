package dev.capstan.simulator.world;

import java.util.List;
import java.util.stream.Stream;

/**
 * What all pods of one revision have in common.
 *
 * @param settings what the pod says for all its containers
 * @param containers the containers, in the order in which they are listed
 */
public record PodTemplate(PodSettings settings, List<ContainerSpec> containers) {

    public PodTemplate {
        containers = List.copyOf(containers);
    }

    /** The template with a container to debug with, as {@code kubectl debug} puts it in. */
    public PodTemplate debuggedBy(ContainerSpec debugger) {
        return new PodTemplate(
                settings,
                Stream.concat(containers.stream(), Stream.of(debugger)).toList());
    }

    /** The containers of one role. */
    public List<ContainerSpec> of(ContainerSpec.Role... roles) {
        List<ContainerSpec.Role> wanted = List.of(roles);
        return containers.stream().filter(c -> wanted.contains(c.role())).toList();
    }
}
