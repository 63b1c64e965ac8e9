package dev.capstan.collection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container's specification says of its capabilities, the pod's own security context already folded in.
 * Two containers with equal settings are judged alike.
 *
 * @param windows whether the pod declares {@code spec.os.name: windows}, which has no Linux capabilities
 * @param privileged {@code securityContext.privileged}; an absent field is false, as in the API
 * @param added {@code capabilities.add} as written, in the order written
 * @param dropped {@code capabilities.drop} as written, in the order written
 * @param runAsUser the container's user id, else the pod's, else null
 * @param runAsNonRoot the container's setting, else the pod's, else null
 * @param allowPrivilegeEscalation the container's setting, or null where it is not said
 * @param hostUsers the pod's {@code hostUsers}, or null where it is not said (which means true)
 */
public record ContainerSettings(
        boolean windows,
        boolean privileged,
        List<String> added,
        List<String> dropped,
        @Nullable Long runAsUser,
        @Nullable Boolean runAsNonRoot,
        @Nullable Boolean allowPrivilegeEscalation,
        @Nullable Boolean hostUsers) {

    public ContainerSettings {
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
    }

    /** A Linux container of whose security context nothing is set. */
    public static ContainerSettings unset() {
        return new ContainerSettings(false, false, List.of(), List.of(), null, null, null, null);
    }
}
