package dev.capstan.simulator.demo;

import dev.capstan.simulator.world.ContainerSpec;
import dev.capstan.simulator.world.ContainerSpec.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What webhooks that put containers into pods leave behind in their annotations. */
final class Injection {
    private static final List<String> OF_THE_MESH = List.of("istio-init", "istio-validation", "istio-proxy");
    private static final String PROXY_OF_IDENTITIES = "azwi-proxy-init";

    private Injection() {}

    /** The annotations of a pod with these containers: none where nothing was put in. */
    static Map<String, String> annotations(List<ContainerSpec> containers) {
        Map<String, String> annotations = new TreeMap<>();
        if (containers.stream().anyMatch(container -> OF_THE_MESH.contains(container.name()))) {
            annotations.put("sidecar.istio.io/status", status(containers));
        }
        if (containers.stream().anyMatch(container -> container.name().equals(PROXY_OF_IDENTITIES))) {
            annotations.put("azure.workload.identity/inject-proxy-sidecar", "true");
        }
        return annotations;
    }

    /** As Istio writes it where the proxy is a sidecar, which counts as an init container. */
    private static String status(List<ContainerSpec> containers) {
        String injected = containers.stream()
                .filter(container -> container.role() != Role.APP && OF_THE_MESH.contains(container.name()))
                .map(container -> '"' + container.name() + '"')
                .collect(Collectors.joining(","));
        return "{\"initContainers\":[" + injected + "],\"containers\":null,\"volumes\":[\"workload-socket\","
                + "\"credential-socket\",\"workload-certs\",\"istio-envoy\",\"istio-data\",\"istio-podinfo\","
                + "\"istio-token\",\"istiod-ca-cert\"],\"imagePullSecrets\":null,\"revision\":\"asm-1-25\"}";
    }
}
