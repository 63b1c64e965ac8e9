package dev.capstan.collection;

/**
 * A container of a workload as it was found running. During a rollout a workload has several facts for one container,
 * each with its own image or settings.
 *
 * @param workload what the container's pods belong to
 * @param kind which of the pod's lists the container stands in
 * @param name the container's name, unique within a pod
 * @param image the image as the specification names it
 * @param settings its capability settings
 * @param origin who answers for it
 * @param pods how many pods had the container with this image and these settings
 */
public record ContainerFact(
        WorkloadRef workload,
        ContainerKind kind,
        String name,
        String image,
        ContainerSettings settings,
        Origin origin,
        int pods) {

    public ContainerFact {
        name = Kept.name(name);
        image = Kept.image(image);
    }
}
