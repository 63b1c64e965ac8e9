package dev.capstan.collection.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.collection.ContainerFact;
import dev.capstan.collection.Origin;
import dev.capstan.collection.pod.PodWire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodFoldTest {

    private static PodWire gateway(String namespace) {
        PodWire.ContainerWire proxy =
                new PodWire.ContainerWire("istio-proxy", "mcr.microsoft.com/oss/istio/proxyv2:1.27", null, null);
        return new PodWire(
                new PodWire.Metadata(
                        "gateway-0",
                        namespace,
                        "uid",
                        null,
                        null,
                        new PodWire.Annotations(Map.of(), "{\"containers\":[\"istio-proxy\"]}", null),
                        null),
                new PodWire.Spec(null, List.of(proxy), null, null, null, null, null, null));
    }

    private static Origin originIn(String namespace) {
        PodFold fold = new PodFold(new Nodes());
        fold.add(gateway(namespace));
        List<ContainerFact> containers = fold.containers(new Owners());
        return containers.getFirst().origin();
    }

    @Test
    void whatIsInjectedIntoAPodOfAksIsNotACustomers() {
        assertThat(originIn("shop")).isEqualTo(Origin.INJECTED);
        assertThat(originIn("aks-istio-ingress")).isEqualTo(Origin.ASSUMED_UNLABELLED);
    }
}
