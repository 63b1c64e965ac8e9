package dev.capstan.collection.pod;

import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import dev.capstan.collection.Kept;

/**
 * One container of a pod.
 *
 * @param kind which of the pod's lists it stands in
 * @param name its name; empty where the specification has none
 * @param image its image; empty where the specification has none
 * @param settings its capability settings
 */
public record PodContainer(ContainerKind kind, String name, String image, ContainerSettings settings) {

    // Kept here already, so that containers which are kept alike are one when a cluster's are folded together.
    public PodContainer {
        name = Kept.name(name);
        image = Kept.image(image);
    }
}
