package dev.capstan.collection.kubernetes;

import dev.capstan.collection.pod.PodContainer;
import dev.capstan.collection.pod.PodWire.Annotations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The containers that webhooks put into a pod, by what the webhooks themselves note on it: Istio in
 * {@code sidecar.istio.io/status}, workload identity by its annotation and the fixed names of its proxy.
 */
final class Injected {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Injected NONE = new Injected(Set.of());
    private static final Set<String> WORKLOAD_IDENTITY = Set.of("azwi-proxy-init", "azwi-proxy");

    private final Set<String> names;

    private Injected(Set<String> names) {
        this.names = names;
    }

    static Injected into(@Nullable Annotations annotations) {
        if (annotations == null) {
            return NONE;
        }
        Set<String> names = new HashSet<>();
        if (annotations.istioStatus() != null) {
            names.addAll(istio(annotations.istioStatus()));
        }
        if ("true".equals(annotations.workloadIdentityProxy())) {
            names.addAll(WORKLOAD_IDENTITY);
        }
        return new Injected(names);
    }

    boolean names(PodContainer container) {
        return names.contains(container.name());
    }

    private static Set<String> istio(String status) {
        Set<String> names = new HashSet<>();
        try {
            JsonNode node = JSON.readTree(status);
            for (String list : List.of("initContainers", "containers")) {
                node.path(list).forEach(name -> names.add(name.asString("")));
            }
        } catch (JacksonException e) {
            // Anyone can write an annotation; one that is no JSON names nothing.
            return Set.of();
        }
        return names;
    }
}
