package dev.capstan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capstan.check.tree.Node.Fields;
import dev.capstan.check.tree.Source;
import dev.capstan.collection.pod.PodWire;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PodReaderTest {

    @Test
    void aPodIsReadJustAsTheCollectorReadsIt() throws Exception {
        String spec = """
                {"initContainers": [{"name": "a", "restartPolicy": "Always", "securityContext": {"privileged": true}}],
                 "containers": [{"name": "b", "image": "x", "ports": [], "securityContext": {
                   "capabilities": {"add": ["A", "b"], "drop": []}, "runAsUser": 5, "runAsNonRoot": true,
                   "allowPrivilegeEscalation": false, "seccompProfile": {"type": "RuntimeDefault"}}}],
                 "ephemeralContainers": [{"name": "c", "securityContext": {"capabilities": {"add": null}}}],
                 "os": {"name": "linux"}, "nodeSelector": {"kubernetes.io/os": "linux", "pool": "a"},
                 "nodeName": "n", "hostUsers": false, "volumes": [],
                 "securityContext": {"runAsUser": 7, "runAsNonRoot": false, "fsGroup": 1}}
                """;
        Fields read =
                (Fields) Source.documents(spec.getBytes(StandardCharsets.UTF_8)).getFirst();

        assertThat(PodReader.read(read).spec()).isEqualTo(JsonMapper.shared().readValue(spec, PodWire.Spec.class));
    }
}
