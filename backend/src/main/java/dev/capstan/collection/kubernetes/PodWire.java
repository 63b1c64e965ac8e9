package dev.capstan.collection.kubernetes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pod as the Kubernetes API writes it, cut down to what is judged. Absent fields are null. */
record PodWire(@Nullable Metadata metadata, @Nullable Spec spec) {

    record Metadata(
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String uid,
            @Nullable List<OwnerReference> ownerReferences) {}

    record OwnerReference(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uid,
            @Nullable Boolean controller) {}

    record Spec(
            @Nullable List<ContainerWire> initContainers,
            @Nullable List<ContainerWire> containers,
            @Nullable List<ContainerWire> ephemeralContainers,
            @Nullable Os os,
            @Nullable Boolean hostUsers,
            @Nullable PodSecurityContext securityContext) {}

    record Os(@Nullable String name) {}

    record PodSecurityContext(
            @Nullable Long runAsUser, @Nullable Boolean runAsNonRoot) {}

    record ContainerWire(
            @Nullable String name,
            @Nullable String image,
            @Nullable String restartPolicy,
            @Nullable SecurityContext securityContext) {}

    record SecurityContext(
            @Nullable Capabilities capabilities,
            @Nullable Boolean privileged,
            @Nullable Long runAsUser,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean allowPrivilegeEscalation) {}

    record Capabilities(
            @Nullable List<String> add, @Nullable List<String> drop) {}
}
