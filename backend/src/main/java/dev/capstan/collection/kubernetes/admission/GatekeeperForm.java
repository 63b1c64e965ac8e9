package dev.capstan.collection.kubernetes.admission;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.capstan.collection.admission.ConstraintTemplate;
import dev.capstan.collection.admission.GatekeeperExclusion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gatekeeper's ConstraintTemplate and Config.
 *
 * @see <a href="https://open-policy-agent.github.io/gatekeeper/website/docs/exempt-namespaces">Config</a>
 */
final class GatekeeperForm {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TemplateWire(
            Wires.@Nullable Metadata metadata, @Nullable TemplateSpec spec) {}

    /** @param targets the code, as whole JSON: of it only matters what it speaks of */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TemplateSpec(@Nullable Crd crd, @Nullable JsonNode targets) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Crd(@Nullable CrdSpec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CrdSpec(@Nullable Names names) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Names(@Nullable String kind) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ConfigWire(
            Wires.@Nullable Metadata metadata, @Nullable ConfigSpec spec) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ConfigSpec(@Nullable List<Exclusion> match) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Exclusion(
            @Nullable List<String> excludedNamespaces,
            @Nullable List<String> processes) {}

    private GatekeeperForm() {}

    /** A template that names no kind makes no constraints. */
    static List<ConstraintTemplate> template(TemplateWire wire) {
        TemplateSpec spec = wire.spec();
        if (spec == null
                || spec.crd() == null
                || spec.crd().spec() == null
                || spec.crd().spec().names() == null
                || spec.crd().spec().names().kind() == null) {
            return List.of();
        }
        String code = spec.targets() == null ? "" : spec.targets().toString().toLowerCase(Locale.ROOT);
        return List.of(new ConstraintTemplate(
                spec.crd().spec().names().kind(), code.contains("capabilities"), code.contains("privileged")));
    }

    /** Gatekeeper heeds one Config, whose name is config. */
    static List<GatekeeperExclusion> config(ConfigWire wire) {
        if (!"config".equals(Wires.name(wire.metadata())) || wire.spec() == null) {
            return List.of();
        }
        return Wires.list(wire.spec().match()).stream()
                .map(exclusion -> new GatekeeperExclusion(
                        Wires.texts(exclusion.processes()), Wires.texts(exclusion.excludedNamespaces())))
                .toList();
    }
}
