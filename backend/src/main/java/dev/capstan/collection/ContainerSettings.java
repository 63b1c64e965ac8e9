package dev.capstan.collection;

import dev.capstan.benchmark.CapabilityName;
import dev.capstan.benchmark.ContainerRuntime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container's specification says of its capabilities, the pod's own security context already folded in.
 * Two containers with equal settings are judged alike.
 *
 * @param runtime the runtime of the node that it runs on; containerd where that is not known
 * @param windows whether it runs on Windows, which has no Linux capabilities
 * @param privileged {@code securityContext.privileged}; an absent field is false, as in the API
 * @param added {@code capabilities.add} as written, in the order written
 * @param dropped {@code capabilities.drop} as written, in the order written
 * @param runAsUser the container's user id, else the pod's, else null
 * @param runAsNonRoot the container's setting, else the pod's, else null
 * @param allowPrivilegeEscalation the container's setting, or null where it is not said
 * @param hostUsers the pod's {@code hostUsers}, or null where it is not said (which means true)
 */
public record ContainerSettings(
        ContainerRuntime runtime,
        boolean windows,
        boolean privileged,
        List<String> added,
        List<String> dropped,
        @Nullable Long runAsUser,
        @Nullable Boolean runAsNonRoot,
        @Nullable Boolean allowPrivilegeEscalation,
        @Nullable Boolean hostUsers) {

    public ContainerSettings {
        added = Kept.names(added);
        dropped = Kept.names(dropped);
    }

    /** A Linux container of whose security context nothing is set. */
    public static ContainerSettings unset() {
        return new ContainerSettings(
                ContainerRuntime.CONTAINERD, false, false, List.of(), List.of(), null, null, null, null);
    }

    /** What each added name means to the runtime, each meaning once. */
    public List<CapabilityName> addedNames() {
        return CapabilityName.parseAll(added, runtime);
    }

    /** What each dropped name means to the runtime, each meaning once. */
    public List<CapabilityName> droppedNames() {
        return CapabilityName.parseAll(dropped, runtime);
    }
}
