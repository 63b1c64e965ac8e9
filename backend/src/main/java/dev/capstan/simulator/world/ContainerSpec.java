package dev.capstan.simulator.world;

import java.util.List;

/**
 * One container of a pod.
 *
 * @param role which of the pod's lists it stands in
 * @param name its name
 * @param image its image with tag
 * @param settings its own security context
 */
public record ContainerSpec(Role role, String name, String image, SecuritySettings settings) {

    /** The four kinds of container. */
    public enum Role {
        INIT,
        SIDECAR,
        APP,
        EPHEMERAL
    }

    /**
     * Reads the short form: role, name, image, then the words of {@link SecuritySettings#parse}. For example
     * {@code app web nginx:1.29 drop=ALL add=NET_BIND_SERVICE}.
     *
     * @throws IllegalArgumentException when the line is not of that form
     */
    public static ContainerSpec parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.size() < 3) {
            throw new IllegalArgumentException("A container is role, name, image and settings, not: " + line);
        }
        Role role = switch (words.get(0)) {
            case "init" -> Role.INIT;
            case "sidecar" -> Role.SIDECAR;
            case "app" -> Role.APP;
            case "ephemeral" -> Role.EPHEMERAL;
            default -> throw new IllegalArgumentException("Not a kind of container: " + line);
        };
        return new ContainerSpec(
                role, words.get(1), words.get(2), SecuritySettings.parse(words.subList(3, words.size())));
    }

    /** The same container with another image. */
    public ContainerSpec withImage(String newImage) {
        return new ContainerSpec(role, name, newImage, settings);
    }

    /** The same container with other settings. */
    public ContainerSpec withSettings(SecuritySettings newSettings) {
        return new ContainerSpec(role, name, image, newSettings);
    }
}
