package dev.capstan.collection.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pod as the Kubernetes API writes it, cut down to what is judged. Absent fields are null. Each record says itself that
 * it ignores the rest: only then does the parser skip it unread; told so globally, it keeps it until the record is made.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PodWire(@Nullable Metadata metadata, @Nullable Spec spec) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Metadata(
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String uid,
            @Nullable List<OwnerReference> ownerReferences) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OwnerReference(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uid,
            @Nullable Boolean controller) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable List<ContainerWire> initContainers,
            @Nullable List<ContainerWire> containers,
            @Nullable List<ContainerWire> ephemeralContainers,
            @Nullable Os os,
            @Nullable Boolean hostUsers,
            @Nullable PodSecurityContext securityContext) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Os(@Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PodSecurityContext(
            @Nullable Long runAsUser, @Nullable Boolean runAsNonRoot) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContainerWire(
            @Nullable String name,
            @Nullable String image,
            @Nullable String restartPolicy,
            @Nullable SecurityContext securityContext) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SecurityContext(
            @Nullable Capabilities capabilities,
            @Nullable Boolean privileged,
            @Nullable Long runAsUser,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean allowPrivilegeEscalation) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Capabilities(
            @Nullable List<String> add, @Nullable List<String> drop) {}
}
