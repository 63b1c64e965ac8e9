package dev.capstan.simulator.world;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What all pods of one revision have in common.
 *
 * @param settings what the pod says for all its containers
 * @param containers the containers, in the order in which they are listed
 * @param annotations the pods' annotations
 */
public record PodTemplate(PodSettings settings, List<ContainerSpec> containers, Map<String, String> annotations) {

    public PodTemplate {
        containers = List.copyOf(containers);
        annotations = Map.copyOf(annotations);
    }

    /** A template without annotations. */
    public PodTemplate(PodSettings settings, List<ContainerSpec> containers) {
        this(settings, containers, Map.of());
    }

    /** The template with a container to debug with, as {@code kubectl debug} puts it in. */
    public PodTemplate debuggedBy(ContainerSpec debugger) {
        return new PodTemplate(
                settings,
                Stream.concat(containers.stream(), Stream.of(debugger)).toList(),
                annotations);
    }

    /** The containers of one role. */
    public List<ContainerSpec> of(ContainerSpec.Role... roles) {
        List<ContainerSpec.Role> wanted = List.of(roles);
        return containers.stream().filter(c -> wanted.contains(c.role())).toList();
    }
}
