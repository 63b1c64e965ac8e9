package dev.capstan.collection.pod;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.capstan.collection.Marks;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A pod as the Kubernetes API writes it, cut down to what is judged. Absent fields are null. Each record says itself that
 * it ignores the rest: only then does the parser skip it unread; told so globally, it keeps it until the record is made.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PodWire(@Nullable Metadata metadata, @Nullable Spec spec) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Metadata(
            @Nullable String name,
            @Nullable String namespace,
            @Nullable String uid,
            @Nullable String creationTimestamp,
            @Nullable Labels labels,
            @Nullable Annotations annotations,
            @Nullable List<OwnerReference> ownerReferences) {

        /** What is kept of its labels and annotations. */
        public Marks marks() {
            return Marks.of(
                    labels == null ? Map.<String, @Nullable String>of() : labels.all(),
                    annotations == null ? Map.of() : annotations.kept());
        }

        /** Whether AKS says that it manages the object. */
        public boolean managedByAks() {
            return labels != null && "aks".equals(labels.managedBy());
        }
    }

    /** All labels. */
    public record Labels(Map<String, @Nullable String> all) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Labels {}

        /** The label that tells who manages an object. */
        @Nullable String managedBy() {
            return all.get("kubernetes.azure.com/managedby");
        }
    }

    /**
     * The annotations that can be kept, and those in which injectors say what they put into the pod.
     *
     * @param kept those under keys that can be kept; long ones are not among them
     * @param istioStatus a JSON object in a string, whose lists name the injected containers
     * @param workloadIdentityProxy {@code true} where the workload identity webhook injects its proxy
     */
    @JsonDeserialize(using = AnnotationsReader.class)
    public record Annotations(
            Map<String, String> kept,
            @Nullable String istioStatus,
            @Nullable String workloadIdentityProxy) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record OwnerReference(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uid,
            @Nullable Boolean controller) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(
            @Nullable List<ContainerWire> initContainers,
            @Nullable List<ContainerWire> containers,
            @Nullable List<ContainerWire> ephemeralContainers,
            @Nullable Os os,
            @Nullable NodeSelector nodeSelector,
            @Nullable String nodeName,
            @Nullable Boolean hostUsers,
            @Nullable PodSecurityContext securityContext) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Os(@Nullable String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NodeSelector(
            @JsonProperty("kubernetes.io/os") @Nullable String os) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PodSecurityContext(
            @Nullable Long runAsUser, @Nullable Boolean runAsNonRoot) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ContainerWire(
            @Nullable String name,
            @Nullable String image,
            @Nullable String restartPolicy,
            @Nullable SecurityContext securityContext) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record SecurityContext(
            @Nullable Capabilities capabilities,
            @Nullable Boolean privileged,
            @Nullable Long runAsUser,
            @Nullable Boolean runAsNonRoot,
            @Nullable Boolean allowPrivilegeEscalation) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Capabilities(
            @Nullable List<String> add, @Nullable List<String> drop) {}
}
