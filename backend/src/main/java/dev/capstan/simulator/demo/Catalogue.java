package dev.capstan.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that the demo's fleet is made of, read from the YAML files beside each other under {@code /simulator}.
 *
 * @param fleet subscriptions and clusters
 * @param platform what AKS runs, by group and name
 * @param software other people's software, by entry and name
 * @param services the company's own
 * @param admission what decides which pods are let in
 */
record Catalogue(
        FleetPlan fleet,
        Map<String, Map<String, Recipe>> platform,
        Map<String, Map<String, Recipe>> software,
        ServiceCatalogue services,
        AdmissionCatalogue admission) {
    /** A misspelt field is an error; one that is left out is false, 0 or null. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Catalogue load() {
        return new Catalogue(
                MAPPER.convertValue(yaml("fleet"), FleetPlan.class),
                MAPPER.convertValue(yaml("platform"), new TypeReference<>() {}),
                MAPPER.convertValue(yaml("software"), new TypeReference<>() {}),
                MAPPER.convertValue(yaml("services"), ServiceCatalogue.class),
                MAPPER.convertValue(yaml("admission"), AdmissionCatalogue.class));
    }

    /** An entry that must be there. */
    static <T> T named(String name, Map<String, T> entries) {
        return Objects.requireNonNull(entries.get(name), () -> "Not in the catalogue: " + name);
    }

    private static Object yaml(String name) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/simulator/" + name + ".yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Objects.requireNonNull(in, () -> name + ".yaml is missing from the class path"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
