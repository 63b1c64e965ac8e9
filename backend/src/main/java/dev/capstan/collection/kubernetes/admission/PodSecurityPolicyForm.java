package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.PodSecurityPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PodSecurityPolicy of policy/v1beta1. */
final class PodSecurityPolicyForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Wire(Wires.@Nullable Metadata metadata, @Nullable Spec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            @Nullable Boolean privileged,
            @Nullable List<String> allowedCapabilities,
            @Nullable List<String> defaultAddCapabilities,
            @Nullable List<String> requiredDropCapabilities) {

        static final Spec EMPTY = new Spec(null, null, null, null);
    }

    private PodSecurityPolicyForm() {}

    static List<PodSecurityPolicy> facts(Wire wire) {
        Spec spec = wire.spec() == null ? Spec.EMPTY : wire.spec();
        return List.of(new PodSecurityPolicy(
                Wires.name(wire.metadata()),
                Boolean.TRUE.equals(spec.privileged()),
                Wires.texts(spec.allowedCapabilities()),
                Wires.texts(spec.defaultAddCapabilities()),
                Wires.texts(spec.requiredDropCapabilities())));
    }
}
