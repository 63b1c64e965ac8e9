package dev.capstan.collection.pod;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;

/**
 * One container of a pod.
 *
 * @param kind which of the pod's lists it stands in
 * @param name its name; empty where the specification has none
 * @param image its image; empty where the specification has none
 * @param settings its capability settings
 */
public record PodContainer(ContainerKind kind, String name, String image, ContainerSettings settings) {}
