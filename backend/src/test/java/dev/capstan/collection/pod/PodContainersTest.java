package dev.capstan.collection.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.benchmark.ContainerRuntime;
import dev.capstan.collection.ContainerKind;
import dev.capstan.collection.ContainerSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PodContainersTest {

    @Test
    void allFourKindsOfContainerAreFound() {
        assertThat(containers("""
                        {"initContainers": [{"name": "setup"}, {"name": "proxy", "restartPolicy": "Always"}],
                         "containers": [{"name": "web", "image": "nginx:1"}],
                         "ephemeralContainers": [{"name": "debugger"}]}
                        """))
                .extracting(c -> c.kind() + " " + c.name() + " " + c.image())
                .containsExactly(
                        ContainerKind.INIT + " setup ",
                        ContainerKind.SIDECAR + " proxy ",
                        ContainerKind.APP + " web nginx:1",
                        ContainerKind.EPHEMERAL + " debugger ");
    }

    @Test
    void whatTheContainerSaysCountsBeforeWhatThePodSays() {
        ContainerSettings settings = only("""
                {"securityContext": {"runAsUser": 1000, "runAsNonRoot": true}, "hostUsers": false,
                 "containers": [{"securityContext": {"runAsUser": 0, "privileged": true,
                    "capabilities": {"add": ["NET_ADMIN"], "drop": ["ALL"]}, "allowPrivilegeEscalation": false}}]}
                """);

        assertThat(settings)
                .isEqualTo(new ContainerSettings(
                        ContainerRuntime.CONTAINERD,
                        false,
                        true,
                        List.of("NET_ADMIN"),
                        List.of("ALL"),
                        0L,
                        true,
                        false,
                        false));
    }

    @Test
    void whatNobodySaysIsNotSaid() {
        assertThat(only("{\"containers\": [{}]}")).isEqualTo(ContainerSettings.unset());
        assertThat(only("{\"containers\": [{\"securityContext\": {\"capabilities\": {}}}]}"))
                .isEqualTo(ContainerSettings.unset());
        assertThat(containers("{}")).isEmpty();
    }

    @ParameterizedTest(name = "os {0}, selector {1}, node on Windows {2}: Windows {3}")
    @CsvSource({
        "windows, , false, true",
        "linux, windows, true, false",
        ", windows, false, true",
        ", linux, false, false",
        ", , true, true",
        ", , false, false"
    })
    void windowsIsWhatThePodDeclaresElseWhereItMayRun(String os, String selector, boolean node, boolean windows) {
        String spec = "{\"containers\": [{}], \"os\": {\"name\": %s}, \"nodeSelector\": {\"kubernetes.io/os\": %s}}"
                .formatted(quoted(os), quoted(selector));
        List<PodContainer> found = new ArrayList<>();

        PodContainers.each(read(spec), new NodeFact(ContainerRuntime.CRI_O, node), found::add);

        assertThat(found.getFirst().settings().windows()).isEqualTo(windows);
        assertThat(found.getFirst().settings().runtime()).isEqualTo(ContainerRuntime.CRI_O);
    }

    private static String quoted(String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static ContainerSettings only(String spec) {
        assertThat(containers(spec)).hasSize(1);
        return containers(spec).getFirst().settings();
    }

    private static List<PodContainer> containers(String spec) {
        List<PodContainer> found = new ArrayList<>();
        PodContainers.each(read(spec), NodeFact.UNKNOWN, found::add);
        return found;
    }

    private static PodWire.Spec read(String spec) {
        return JsonMapper.shared().readValue(spec, PodWire.Spec.class);
    }
}
